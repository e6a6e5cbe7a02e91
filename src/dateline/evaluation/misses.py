"""Each text that came out wrong: what was expected, and what was emitted with the rule that fired.

The sentence is shown with the coded words in «guillemets» and what was emitted in [brackets].
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.evaluation import events, passages
from dateline.evaluation.gold import Span
from dateline.evaluation.sheets import Case


@dataclass(frozen=True, slots=True)
class Miss:
    """A text that came out wrong. ``wrong`` says in what; what was expected, and what was emitted instead."""

    file: str
    line: int
    id: str | None
    wrong: tuple[str, ...]
    text: str
    expected: str
    emitted: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON."""
        return {
            "file": self.file,
            "line": self.line,
            "id": self.id,
            "wrong": [*self.wrong],
            "text": self.text,
            "expected": self.expected,
            "emitted": [*self.emitted],
        }


def find(cases: Sequence[Case]) -> Iterator[Miss]:
    """The misses of each text, in the order of the gold."""
    for case in cases:
        yield from _events(case)
        yield from _causes(case)
        yield from _times(case)


def _miss(case: Case, wrong: Iterable[str], text: str, expected: str, emitted: Sequence[str]) -> Miss:
    gold, words = case.gold, " ".join(text.split())
    return Miss(
        str(gold.path), gold.line, gold.id, tuple(wrong), words, expected, tuple(emitted) or ("nothing",)
    )


def _marked(text: str, coded: Iterable[Span], emitted: Iterable[Span]) -> str:
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for spans, first, last in ((coded, "«", "»"), (emitted, "[", "]")):
        for start, end in dict.fromkeys(spans):
            opening[start] = opening.get(start, "") + first
            closing[end] = last + closing.get(end, "")
    cuts = sorted({0, len(text), *opening, *closing})
    told = (
        closing.get(at, "") + opening.get(at, "") + text[at:following]
        for at, following in zip(cuts, [*cuts[1:], len(text)], strict=True)
    )
    return "".join(told)


# -- events ------------------------------------------------------------------------------------


def _events(case: Case) -> Iterator[Miss]:
    wrong = [*_types(case), *_codes(case)]
    wrong += [f"{side} country {' '.join(countries)}" for side, countries in events.wrong_sides(case)]
    if wrong:
        triggers = [(e.trigger_start, e.trigger_end) for e in case.events]
        text = _marked(case.gold.text, _worded(case), triggers)
        yield _miss(case, wrong, text, _expected(case), [*dict.fromkeys(map(_told, case.events))])


def _expected(case: Case) -> str:
    """The coded types and codes, and who to whom."""
    gold = case.gold
    types = [
        f"{one}/{gold.mode}" if gold.mode and at == 0 else one for at, one in enumerate(gold.types or ())
    ]
    told = " ".join([*types, *(gold.cameo or ())]) or "no event"
    if not gold.sources and not gold.targets:
        return told
    sides = [", ".join(_side(a.text, a.country) for a in side) for side in (gold.sources, gold.targets)]
    return f"{told}: {' → '.join(side or 'nobody' for side in sides)}"


def _types(case: Case) -> Iterator[str]:
    if case.gold.types is not None:
        yield from (f"missing {one}" for one in case.gold.types if one not in case.emitted)
        yield from (f"extra {one}" for one in sorted(case.emitted) if one not in case.gold.types)


def _codes(case: Case) -> Iterator[str]:
    emitted = {event.cameo for event in case.events}
    gold = case.gold.cameo or ()
    if gold and emitted.isdisjoint(gold):
        is_root = bool({code[:2] for code in gold} & {code[:2] for code in emitted})
        yield f"CAMEO {' '.join(gold)}" + (" (its root is right)" if is_root else "")


def _worded(case: Case) -> list[Span]:
    """Where the coded event words and actors stand in the text, each looked for behind the one before."""
    text, found = case.gold.text, []
    at = 0
    for word in (case.gold.words or "").split():
        if (start := text.find(word, at)) >= 0:
            at = start + len(word)
            found.append((start, at))
    return found


def _told(event: Any) -> str:
    kind = f"{event.event_type}/{event.event_mode}" if event.event_mode else event.event_type
    sides = (_side(event.source_text, event.source_country), _side(event.target_text, event.target_country))
    rule = f"{event.rule}, {event.code_rule}" if event.code_rule else event.rule
    return f"{event.trigger}: {kind} {event.cameo} {' → '.join(sides)}, {event.status}, by {rule}"


def _side(text: str | None, country: str | None) -> str:
    return f"{text or 'nobody'} ({country})" if country else text or "nobody"


# -- causes and times --------------------------------------------------------------------------


def _causes(case: Case) -> Iterator[Miss]:
    links = case.records["links"]
    if case.gold.causal is None or case.gold.causal == passages.is_causal(case):
        return
    coded = [span for pair in case.gold.pairs for span in (*pair.cue, *pair.cause, *pair.effect)]
    cues = [(link.cue_start, link.cue_end) for link in links if link.cue_start is not None]
    text = case.gold.text
    emitted = [
        f"{link.cue or 'no cue'}: {link.kind}, {link.basis}, from “{text[link.from_start : link.from_end]}” "
        f"to “{text[link.to_start : link.to_end]}”"
        for link in links
    ]
    wrong, expected = ("missing a cause", "a cause") if case.gold.causal else ("extra cause", "no cause")
    yield _miss(case, [wrong], _marked(text, coded, cues), expected, emitted)


def _times(case: Case) -> Iterator[Miss]:
    for one in case.gold.times or ():
        found = passages.on(case, one)
        if found and (not passages.has_days(one) or passages.is_right(one, found)):
            continue
        days = f"{one.earliest} to {one.latest}" if passages.has_days(one) else "a time"
        yield _time(case, "interval" if found else "missing time", days, [(one.start, one.end)], found)
    for extra in passages.extra_times(case):
        yield _time(case, "extra time", "no time", [], [extra])


def _time(case: Case, wrong: str, expected: str, coded: list[Span], found: list[Any]) -> Miss:
    """A miss of a time, with the sentence that it stands in."""
    at = coded[0][0] if coded else found[0].start
    around = (s for s in case.records["sentences"] if s.start <= at < s.end)
    start, end = next(((s.start, s.end) for s in around), (0, len(case.gold.text)))
    inside = [
        [(a - start, b - start) for a, b in spans if start <= a and b <= end]
        for spans in (coded, [(t.start, t.end) for t in found])
    ]
    emitted = [f"{t.text}: {t.value}, {t.earliest} to {t.latest}, counted from: {t.anchor}" for t in found]
    return _miss(case, [wrong], _marked(case.gold.text[start:end], *inside), expected, emitted)
