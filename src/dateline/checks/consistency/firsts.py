"""What is called the first of its kind against an earlier one that the same article tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.checks.consistency import days
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import Scene, sure
from dateline.codebook import settings
from dateline.records import Event, SentenceRow

_FIRST = re.compile(
    r"\bfor the (?:very )?first time\b(?: ever\b)?|\bfirst-ever\b|\bunprecedented\b|\b[Nn]ever before\b"
    r"|(?:\b(?:its|their|his|her)|[’']s|s[’']) (?P<own>first)\b(?! (?:of|to|was|were)\b)"
    r"|\b(?:was|is) the (?P<the>first)\b(?! (?:of|to|was|were)\b)"
)
_SCOPE = re.compile(rf"\b(?:{days.any_of('scope')})\b", re.IGNORECASE)
_IN_HISTORY = re.compile(r"\b(?:in|of) (?:(?:the|its|their|his) )?(?:\w+ )?history\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 90  # characters between the word and the event it is said of
_CUT = re.compile(r"[;:()]|\b(?:and|but|which|who|that|while|when|because)\b")


def first_against_earlier(scene: Scene) -> Iterator[Found]:
    """An event told as the first of its kind against an earlier one of the same kind in the article.

    Both must be told as done and dated by the text itself, the earlier one to end before the other begins;
    type, mode and code must be the same, and so must who does it to whom (what a country does "for the first
    time" its army has not done before). "First" is taken to be limited by every word of its clause: one that
    the telling of the earlier event lacks ("at night", "with tanks", another place) makes it another kind,
    and "the first since", "the first this year", "the first of three" are no claim to be held against it.
    """
    seen: set[int | None] = set()
    for event in scene.events:
        sentence = scene.sentence(event)
        if (
            event.trigger_start in seen
            or sentence is None
            or event.status != "actual"
            or not sure(event)
            or not scene.is_read(event)
        ):
            continue
        cue = _cue(scene, sentence, event)
        if cue is None:
            continue
        earlier = [other for other in scene.events if _earlier(scene, event, other)]
        for other in earlier[:1]:
            seen.add(event.trigger_start)
            yield _found(scene, sentence, event, cue, other)


def _cue(scene: Scene, sentence: SentenceRow, event: Event) -> re.Match[str] | None:
    """The words by which the event is called a first, with no limit of scope behind them."""
    text, offset = sentence.text or "", sentence.start or 0
    if event.trigger_start is None or event.trigger_end is None:
        return None
    start, end = event.trigger_start - offset, event.trigger_end - offset
    for cue in _FIRST.finditer(text):
        if cue.end() <= start:
            gap = text[cue.end() : start]
        elif cue.start() >= end:
            gap = text[end : cue.start()]
        else:
            continue
        if len(gap) > _NEAR or _CUT.search(gap) or not _said_of(event, cue, gap, cue.start() >= end):
            continue
        if not _in_one_mouth(scene, event, cue):
            continue
        if not _SCOPE.search(_IN_HISTORY.sub("", text[cue.end() :])):
            return cue
    return None


def _said_of(event: Event, cue: re.Match[str], gap: str, behind: bool) -> bool:
    """Whether the word belongs to this event: an adverb to its verb, an adjective to its noun."""
    trigger = (event.trigger or "").lower()
    if cue[0].lower().startswith(("for ", "never")):
        return not trigger.endswith("ing")
    return not behind and len(gap.split()) <= 3 and not re.search("[’']", gap) and not days.is_past(trigger)


def _in_one_mouth(scene: Scene, event: Event, cue: re.Match[str]) -> bool:
    """Whether who tells of the event also calls it a first ("said for the first time that …" does not)."""
    sentence = scene.sentence(event)
    at = (sentence.start or 0) + cue.start() if sentence is not None else 0
    for said in scene.beside(event, "statements"):
        if said.content_start is None or said.content_end is None or event.trigger_start is None:
            continue
        inside = said.content_start <= at < said.content_end
        if inside != (said.content_start <= event.trigger_start < said.content_end):
            return False
    return True


def _earlier(scene: Scene, event: Event, other: Event) -> bool:
    """Whether ``other`` is of the same kind, by the same on the same, and over before ``event`` began."""
    if other.event_id == event.event_id or other.status != "actual" or not sure(other):
        return False
    if not scene.is_read(other) or event.cameo is None or event.date_start is None or other.date_end is None:
        return False
    kind = (event.event_type, event.event_mode, event.cameo)
    if kind != (other.event_type, other.event_mode, other.cameo) or other.date_end >= event.date_start:
        return False
    if not _covers(scene, event.source_id, event.source_country, other.source_id, other.source_country):
        return False
    if not _covers(scene, event.target_id, event.target_country, other.target_id, other.target_country):
        return False
    if event.place_id is not None and event.place_id != other.place_id:
        place = scene.get(event.place_id)
        if place is None or place.kind != "country":
            return False
    return not _narrowed(scene, event, other)


def _covers(
    scene: Scene, whole: str | None, country: str | None, part: str | None, other: str | None
) -> bool:
    """Whether the second actor is the first, or acts for the country that the first is."""
    if whole is None or part is None:
        return False
    if whole == part:
        return True
    entity = scene.get(whole)
    return entity is not None and entity.kind == "country" and country is not None and country == other


def _narrowed(scene: Scene, event: Event, other: Event) -> bool:
    """Whether the event's clause has a word of its own that the other's sentence lacks."""
    sentence, there = scene.sentence(event), scene.sentence(other)
    if sentence is None or there is None:
        return True
    rows = (scene.get(row_id) for row_id in (event.source_id, event.target_id, event.place_id))
    names = [f"{row.name} {getattr(row, 'aliases', None) or ''}" for row in rows if row is not None]
    dated = scene.get(event.time_id)
    own = dated.text if dated is not None else ""
    known = _words(" ".join([*names, event.trigger or "", own or "", there.text or ""]))
    known |= _words(" ".join(settings("checks_time")["plain"]))
    return bool(_words(_clause(sentence, event)) - known)


def _clause(sentence: SentenceRow, event: Event) -> str:
    """The words around the trigger, up to where another clause may begin."""
    text, at = sentence.text or "", (event.trigger_start or 0) - (sentence.start or 0)
    cuts = [0, *(cut.end() for cut in _CUT.finditer(text)), len(text)]
    return text[max(cut for cut in cuts if cut <= at) : min(cut for cut in cuts if cut > at)]


def _words(text: str) -> set[str]:
    """The words, a plural as its singular."""
    return {word.lower().rstrip("s") for word in _WORD.findall(text)}


def _found(scene: Scene, sentence: SentenceRow, event: Event, cue: re.Match[str], other: Event) -> Found:
    offset = sentence.start or 0
    return Found(
        table="events",
        row_id=event.event_id,
        start=offset + cue.start(),
        end=offset + cue.end(),
        verdict="disagrees",
        stated=f"{cue[0].strip(' ’')}: {event.trigger}",
        found=f"{other.trigger}, {_when(other)}",
        source=ARTICLE,
        citation=scene.quote(other),
        note="The article tells of an earlier one of the same kind, by the same on the same."
        + scene.quoted_for(event),
    )


def _when(event: Event) -> str:
    assert event.date_start is not None and event.date_end is not None
    return days.spelt(days.Interval(event.date_start, event.date_end))
