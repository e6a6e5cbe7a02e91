"""Quotations of which the text does not say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.checks.consistency.amounts import listed, words_of
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import READ, Scene
from dateline.records import SentenceRow, Statement

_LEAST = 4  # words of a quotation; fewer are a term, a title or scare quotes
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]|[‘]([^‘’]+)[’]")
#: Whose words they are is told by what stands between "reports" and the end of the group.
_OWNED = re.compile(r"\b(?:by|of|the|this|that|his|her|its|their|our|my)\b|['’]s\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|in|out of)\b.*$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|is|are|being) (?:\w+ly )?(?:described as|denounced as|condemned as|dismissed as|"
    r"hailed as|called|branded|labelled|labeled)(?: an?| the)?\s+(?=[“\"])"
)
_SAID = re.compile(
    r"[”\"],?\s*(?:it (?:was|is|has been) (?:said|reported|claimed|rumoured|alleged|announced))\b"
)
_BY = re.compile(r"\bby\b", re.IGNORECASE)


def quote_without_speaker(scene: Scene) -> Iterator[Found]:
    """A quotation that nobody can be asked about, since the text names no speaker.

    Counted are quotations of four words or more that have no source at all, that only "reports",
    "rumours" or "it was said" bring, and passives without "by" ("was described as “a danger to us
    all”"). An unnamed official or a leaflet is a source. Not counted are terms and scare quotes, which are
    shorter, and a quotation that goes on: where the same or a neighbouring paragraph gives a speaker, it is
    taken to be still his. The verdict is `unverified`, since the words may well have been said.
    """
    covered: list[tuple[int, int]] = []
    for said in scene.statements:
        if said.content_start is not None and said.content_end is not None:
            covered.append((said.content_start, said.content_end))
        if said.type not in ("direct", "mixed") or not scene.is_read(said) or said.source_id is not None:
            continue
        words = _quoted(scene, said)
        if words is None or not _is_nobody(scene, said):
            continue
        whose = f"only “{said.source_text}”" if said.source_text else "no source"
        yield Found(
            "statements", said.statement_id, said.content_start, said.content_end, "unverified",
            f"“{words}”", f"{whose} for the words", None, None, ARTICLE, scene.quote(said),
            "The text does not say who said so: nobody can be asked.",
        )  # fmt: skip
    for sentence in scene.sentences:
        if sentence.role in READ and sentence.text and sentence.start is not None:
            yield from _passive(scene, sentence, covered)


def _quoted(scene: Scene, said: Statement) -> str | None:
    """The quoted words of a statement, where they are long enough to be a quotation."""
    content = said.content or ""
    if said.type == "direct":
        return content if len(words_of(content)) >= _LEAST else None
    if said.content_start is None or said.content_end is None:
        return None
    around = scene.text[max(0, said.content_start - 1) : said.content_end + 1]
    found = [one or other for one, other in _QUOTED.findall(around)]
    longest = max(found, key=len, default="")
    return longest if len(words_of(longest)) >= _LEAST else None


def _is_nobody(scene: Scene, said: Statement) -> bool:
    """Whether neither the statement nor what stands around it gives a speaker."""
    if said.source_text:
        bare = _FROM.sub("", said.source_text)
        last = (words_of(bare) or [""])[-1]
        proper = any(word[:1].isupper() for word in bare.split()[1:])
        return last in listed("nobody", "sources") and not _OWNED.search(bare) and not proper
    if said.cue is not None:
        return _is_impersonal(scene, said)
    return not _is_continued(scene, said)


def _is_impersonal(scene: Scene, said: Statement) -> bool:
    """ "It was reported that", "there were reports that": a cue that needs no speaker and has none."""
    sentence = scene.sentence(said)
    if sentence is None or said.cue_start is None or said.cue_end is None or sentence.start is None:
        return False
    before = scene.text[sentence.start : said.cue_start].lower()
    after = scene.text[said.cue_end : sentence.end]
    outside = before + _QUOTED.sub(" ", after)
    if _BY.search(outside) or "according to" in outside or "told" in outside:
        return False
    return (
        re.search(r"\b(?:it|there) (?:was|were|is|are|has been|have been|had been)\b[^.]*$", before)
        is not None
    )


def _is_continued(scene: Scene, said: Statement) -> bool:
    """Whether a speaker, or anybody who may be him, stands in a sentence beside the quotation."""
    sentence = scene.sentence(said)
    if sentence is None or sentence.position is None:
        return True
    for other in scene.sentences:
        if other.position is None or other.role not in READ:
            continue
        near = abs(other.position - sentence.position) <= 2 or (
            other.paragraph is not None
            and sentence.paragraph is not None
            and abs(other.paragraph - sentence.paragraph) <= 1
        )
        if not near:
            continue
        if any(s.source_id or s.source_text for s in scene.beside(other, "statements")):
            return True
        if any(_is_person(scene, mention) for mention in scene.beside(other, "mentions")):
            return True
    return False


def _is_person(scene: Scene, mention: object) -> bool:
    entity = scene.get(getattr(mention, "entity_id", None))
    return getattr(entity, "kind", None) in ("person", "group") or getattr(mention, "form", "") == "pronoun"


def _passive(scene: Scene, sentence: SentenceRow, covered: list[tuple[int, int]]) -> Iterator[Found]:
    """ "The plan was described as “unworkable and dangerous for us all”", "“…,” it was said"."""
    text, base = sentence.text or "", sentence.start or 0
    spans: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] else 2
        passive = _PASSIVE.search(text[: match.end()])
        told = passive and passive.end() == match.start()
        spoken = _SAID.match(text[match.end() - 1 :])
        if (told and not _BY.search(_QUOTED.sub(" ", text))) or spoken:
            spans.append(match.span(group))
    for start, end in spans:
        words = text[start:end].strip(" ,")
        if len(words_of(words)) < _LEAST or any(s < base + end and base + start < e for s, e in covered):
            continue
        yield Found(
            "sentences", sentence.sentence_id, base + start, base + end, "unverified", f"“{words}”",
            "no source for the words", None, None, ARTICLE, scene.quote(sentence),
            "The text does not say who said so: nobody can be asked.",
        )  # fmt: skip
