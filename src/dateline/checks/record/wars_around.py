"""The war that a sentence is about where the length itself names none: "… after five years of slaughter".

For the lengths of wars. The war is the only one that the sentence names or, if it names none, the sentence
before in the paragraph; or one that "began in June 1950", if the record has one such war, of a country that
the article speaks of.
"""

from __future__ import annotations

import re

from dateline.checks.record import told_wars
from dateline.checks.record.told_wars import Meant, choice
from dateline.checks.reference import Reference, War
from dateline.checks.scene import Scene
from dateline.extract import gazetteer
from dateline.records import SentenceRow

_FIGHT = rf"(?:{choice('fights')}|{choice('wars')})"
_QUALIFIED = rf"(?:(?:{choice('plain')}),?\s+)*"
#: What follows makes it another fight: "in Vietnam", "for the throne", "within the party".
_ALONE = (
    r"\b(?!\s+(?:(?:in|with|on|over|of)\s+[A-Z]"
    r"|(?:for|within|inside|between|among|since|before|from|to|against)\b))"
)
_OF_FIGHTING = re.compile(rf"\s+of\s+(?:the\s+|such\s+)?{_QUALIFIED}{_FIGHT}{_ALONE}")
_YEARS_LONG = re.compile(rf"(?:-long)?\s+{_QUALIFIED}{_FIGHT}{_ALONE}")
_ITS = re.compile(r"\b(?:the|its|their|this|that|an?)\s+$", re.IGNORECASE)
_IT_LASTED = re.compile(
    rf"^(?:It|(?:The|This|That)\s+{_QUALIFIED}{_FIGHT})\s+(?:had\s+)?"
    r"(?:lasted|raged|went\s+on|dragged\s+on|continued)\s+(?:for\s+)?$"
)
_CLOSED = re.compile(r"\s*(?:[,.;:)!?—–]|$|(?:and|before|until)\b)")
_ENDED_AFTER = re.compile(
    r"\b(?:ended|over|ceased|stopped|concluded)\b[^.;:]{0,40}?\bafter\s+(?:some\s+|about\s+|nearly\s+|almost\s+|more\s+than\s+)?$"
)
_BEGAN = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Aa])\s+{_QUALIFIED}(?:war|conflict)\s+(?:(?:that|which)\s+)?(?:had\s+)?(?:{choice('began')})\s+(?:in|on)\s+$"
)
_IN_COUNTRY = re.compile(
    r"\b(?:[Ii]n|across|over|to|against|with|between)\s+(?:the\s+)?(?P<name>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)"
)
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}")
_WARS = re.compile(r"\b(?:Wars?|wars|[Cc]onflicts|[Ii]nsurgenc(?:y|ies)|[Rr]evolution)\b")
_SOMEBODY = re.compile(r"\b(?:he|she|him|his|her|I|my|we|our|who|whose)\b", re.IGNORECASE)
#: "The war ended with an armistice. It lasted sixty years": what lasted may be that.
_OTHERS_LAST = re.compile(rf"\b(?:{choice('lasting')})\b", re.IGNORECASE)
_MONTH = 31  # days
_GAP = 5 * 365  # days between two wars of a country that may be told as one


def meant(
    scene: Scene, sentence: SentenceRow, left: str, right: str, reference: Reference
) -> tuple[Meant, bool] | None:
    """The war and whether the length between ``left`` and ``right`` is all of it, if it is a war's."""
    lasted = _IT_LASTED.match(left) is not None and _CLOSED.match(right) is not None
    fought = _OF_FIGHTING.match(right) or (_YEARS_LONG.match(right) and _ITS.search(left))
    if not lasted and not fought and not (_ENDED_AFTER.search(left) and _CLOSED.match(right)):
        return None
    text = sentence.text or ""
    found = _only(scene, sentence, reference)
    if found is None and not _names_any(text, reference):
        before = _before(scene, sentence)
        found = _only(scene, before, reference) if before is not None else None
        if found is None or before is None or _is_about_another(scene, sentence, found):
            return None
        if lasted and _OTHERS_LAST.search(before.text or ""):
            return None
    elif not fought and not lasted and told_wars.subject(left, reference) is None:
        return None  # another thing's end
    if found is None or _is_elsewhere(text, found) or _is_older(scene, sentence, found):
        return None
    if _is_one_of_several(found, reference):
        return None
    return Meant((found,), True, 0, 0), lasted


def _before(scene: Scene, sentence: SentenceRow) -> SentenceRow | None:
    """The sentence before in the same paragraph."""
    at = scene.sentences.index(sentence)
    before = scene.sentences[at - 1] if at else None
    return before if before is not None and before.paragraph == sentence.paragraph else None


def _only(scene: Scene, sentence: SentenceRow, reference: Reference) -> tuple[War, ...] | None:
    """The only war that a sentence names, or that began when it says that one did."""
    if len(_WARS.findall(sentence.text or "")) > 1:
        return None  # and one of them may be none of the record's
    groups = _named(sentence.text or "", reference)
    if not groups:
        groups = _begun(scene, sentence, reference)
    return next(iter(groups.values())) if len(groups) == 1 else None


def _names_any(text: str, reference: Reference) -> bool:
    return bool(_named(text, reference))


def _named(text: str, reference: Reference) -> dict[str, tuple[War, ...]]:
    found: dict[str, tuple[War, ...]] = {}
    for match in re.finditer(r"(?<![\w-])(?=\w)", text):
        if (here := told_wars.at(text[match.start() :], reference)) is not None:
            for group in here.groups:
                found.setdefault(group[0].war, tuple(w for w in reference.wars if w.war == group[0].war))
    return found


def _begun(scene: Scene, sentence: SentenceRow, reference: Reference) -> dict[str, tuple[War, ...]]:
    """ "The war that began in June 1950": by its month, of a country that the article speaks of."""
    found: dict[str, tuple[War, ...]] = {}
    for time in scene.beside(sentence, "times"):
        if time.start is None or time.earliest is None or time.latest is None:
            continue
        if (time.latest - time.earliest).days > _MONTH or not _BEGAN.search(
            (sentence.text or "")[: time.start - (sentence.start or 0)]
        ):
            continue
        for war in reference.wars:
            close = (war.start[1] - war.start[0]).days <= _MONTH
            if (
                close
                and war.start[0] <= time.latest
                and time.earliest <= war.start[1]
                and _spoken_of(scene, war)
            ):
                found[war.war] = tuple(w for w in reference.wars if w.war == war.war)
    return found


def _spoken_of(scene: Scene, war: War) -> bool:
    names = {match[0] for match in _CAPITAL.finditer(scene.text)}
    names |= {word for name in names for word in name.split()}
    return any(gazetteer.country_of(name) in war.country for name in sorted(names))


def _is_elsewhere(text: str, group: tuple[War, ...]) -> bool:
    """Whether the sentence is set in a country where the war was not."""
    told = {gazetteer.country_of(match["name"]) for match in _IN_COUNTRY.finditer(text)} - {None}
    return bool(told - _where(group))


def _where(group: tuple[War, ...]) -> set[str | None]:
    return {country for war in group for country in (*war.country, war.party)}


def _is_about_another(scene: Scene, sentence: SentenceRow, group: tuple[War, ...]) -> bool:
    """Whether the sentence that goes on is about a person, or names a country where the war was not."""
    text = sentence.text or ""
    persons = any(
        (entity := scene.get(mention.entity_id)) is not None and entity.kind == "person"
        for mention in scene.beside(sentence, "mentions")
    )
    names = {word for match in _CAPITAL.finditer(text) for word in (match[0], *match[0].split())}
    told = {gazetteer.country_of(name) for name in names} - {None}
    return persons or _SOMEBODY.search(text) is not None or bool(told - _where(group))


def _is_one_of_several(group: tuple[War, ...], reference: Reference) -> bool:
    """Whether another war of the country came right before: "thirty years of war" may be that of both."""
    names, first = {war.war for war in group}, min(war.start[0] for war in group)
    countries = frozenset(country for war in group for country in war.country)
    return any(
        war.war not in names
        and war.start[0] < first
        and (war.end is None or (first - war.end[1]).days <= _GAP)
        for war in told_wars.fought_in(reference, countries)
    )


def _is_older(scene: Scene, sentence: SentenceRow, group: tuple[War, ...]) -> bool:
    """Whether the sentence tells of a time before the war, from which the length may be counted."""
    first = min(war.start[0] for war in group)
    return any(time.latest is not None and time.latest < first for time in scene.beside(sentence, "times"))
