"""What a word can be: its usual tag, the other tags its form allows, and the lemma under each.

The usual tag comes from the word list that ships inside TextBlob (Brill's lexicon of the Brown
corpus and the Penn Treebank). It is read from the installed files and not by importing TextBlob,
which would load NLTK and take longer than parsing an article. The other readings of a form and
all lemmas and inflections come from lemminflect.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from dateline.codebook import derived, packaged, settings, values
from dateline.codebook.frames import load
from dateline.language.inflections import lemminflect


@cache
def usual_tags() -> dict[str, str]:
    """Word form (with its case) to its most frequent Penn Treebank tag."""
    spec = find_spec("textblob")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("dateline needs the word list of the package textblob")
    path = Path(spec.submodule_search_locations[0]) / "en" / "en-lexicon.txt"
    lines = path.read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if " " in line and not line.startswith(";;;"))


@cache
def closed_tags() -> dict[str, str]:
    """Function words and number words to their tag; these are never ambiguous enough to weigh."""
    return {word: tag for tag, words in settings("language")["closed"].items() for word in words.split()}


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of the list ``name`` in the codebook."""
    return frozenset(settings("language")["context"][name].split())


@cache
def phrase_list(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of the list ``name`` in the codebook, longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in settings("language")["phrases"][name]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


@cache
def phrases_by_opening(name: str) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """The same by their first word and then their second, for a list of which many open with "in"."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for first, group in phrase_list(name).items():
        for phrase in group:
            found.setdefault(first, {}).setdefault(phrase[1], []).append(phrase)
    return found


_NAMING_COLUMNS = {
    "countries": ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region"),
    "areas": ("name", "aliases", "adjectives", "kind", "country"),
}


@cache
def nationalities() -> frozenset[str]:
    """Adjectives of countries and peoples, in one word ("Thai", "Kurdish")."""
    chapters = (packaged(name, columns) for name, columns in _NAMING_COLUMNS.items())
    words = {word for chapter in chapters for row in chapter for word in values(row["adjectives"])}
    single = (word for word in words if word.isalpha() and word[1:].islower())
    return frozenset(word for word in single if not (word[-1] == "s" and word[:-1] in words))  # "Chechens"


@cache
def countries() -> frozenset[str]:
    """One-word names of states and capitals, which are given something ("sold *Iraq* jets")."""
    cells = (
        cell
        for row in packaged("countries", _NAMING_COLUMNS["countries"])
        for cell in (row["name"], row["aliases"], row["capital"])
    )
    return frozenset(word for cell in cells for word in values(cell) if " " not in word)


@derived
def readings(form: str) -> dict[str, str]:
    """Every open-class Penn tag that the lower-cased ``form`` can have, with the lemma under it."""
    found = _listed(form)
    return found if any(tag[0] == "V" for tag in found) else found | _coded(form)


def _coded(form: str) -> dict[str, str]:
    """The readings of a form of a verb that the dictionary lacks, but the codebook has ("teargassed")."""
    verbs = load().verbs
    for ending, tags in _REGULAR.items():
        stem = form.removesuffix(ending)
        if form.endswith(ending) and len(stem) > 2:
            undoubled = stem[:-1] if ending and stem[-1] == stem[-2] else stem
            for verb in (stem, f"{stem}e", undoubled, f"{stem[:-1]}y" if stem[-1] == "i" else stem):
                if verb in verbs and (verb != f"{stem}e" or ending not in ("", "s")):
                    return dict.fromkeys(tags, verb)
    return {}


@cache
def _listed(form: str) -> dict[str, str]:
    """The readings of a form that lemminflect's dictionary has."""
    library = lemminflect()
    found: dict[str, str] = {}
    for part, lemmas in library.getAllLemmas(form).items():
        for lemma in lemmas:
            table = library.getAllInflections(lemma, part)
            for tag, forms in table.items():
                if form in forms:
                    found.setdefault(tag, lemma)
            if part == "VERB" and "VBN" not in table and found.get("VBD") == lemma:
                found.setdefault("VBN", lemma)  # listed only where it differs from the past tense
            if part in ("ADJ", "ADV") and lemma == form:
                found.setdefault("JJ" if part == "ADJ" else "RB", form)
            if part == "NOUN" and lemma == form:
                found.setdefault("NN", form)
    return found


_REGULAR = {
    "ed": ("VBD", "VBN"), "ing": ("VBG",), "es": ("VBZ",), "s": ("VBZ",), "": ("VB", "VBP"),
}  # fmt: skip
_IRREGULAR = {"people": "people", "police": "police", "troops": "troops", "media": "media", "data": "data"}


@derived
def lemma(form: str, tag: str) -> str:
    """The dictionary form of the lower-cased ``form`` read as ``tag``."""
    if tag[0] not in "VNJR" or tag.startswith("NNP"):
        return form
    if form in _IRREGULAR and tag[0] == "N":
        return _IRREGULAR[form]
    found = readings(form)
    if tag in found:
        return found[tag]
    for other, base in found.items():
        if other[0] == tag[0]:
            return base
    return _by_rule(form, tag)


def _by_rule(form: str, tag: str) -> str:
    part = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}[tag[0]]
    if tag == "NN" or ("-" in form and tag[0] != "N"):
        return form
    if "-" in form:  # "air-strikes": only the last part is inflected
        head, _, last = form.rpartition("-")
        return f"{head}-{lemma(last, tag)}" if last else form
    lemmas = lemminflect().getAllLemmasOOV(form, part).get(part, ())
    return lemmas[0] if lemmas else form
