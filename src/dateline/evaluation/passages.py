"""Times and causes against gold: spans of a text, and whether what was emitted there is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.evaluation.gold import Expression, Pair, Span
from dateline.evaluation.measures import Counts
from dateline.evaluation.sheets import Case, Sheet, Tally


def overlaps(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(start < last and first < end for first, last in spans)


# -- times -------------------------------------------------------------------------------------


def on(case: Case, gold: Expression) -> list[Any]:
    """The emitted times that share words with a coded expression."""
    return [t for t in case.records["times"] if t.start < gold.end and gold.start < t.end]


def is_right(gold: Expression, found: Iterable[Any]) -> bool:
    """Whether one of the emitted stands for just the coded days."""
    return any((t.earliest, t.latest) == (gold.earliest, gold.latest) for t in found)


def _is_end(gold: Expression, found: Iterable[Any]) -> bool:
    """Whether it is the beginning or the end of an emitted range ("from *May* to July")."""
    return any(
        "/" in (t.value or "") and (t.earliest == gold.earliest or t.latest == gold.latest) for t in found
    )


def has_days(gold: Expression) -> bool:
    return gold.earliest is not None or gold.latest is not None


def time_counts(cases: Sequence[Case]) -> Counts:
    """Coded intervals: right, missed; extra are the wrong ones, and those emitted where none is coded."""
    counts = Counts()
    for case in cases:
        for one in case.gold.times or ():
            if has_days(one):
                found = on(case, one)
                right = is_right(one, found) or _is_end(one, found)
                counts.note(True, right)
                counts.extra += not right and any(t.earliest or t.latest for t in found)
        counts.extra += len(extra_times(case))
    return counts


def extra_times(case: Case) -> list[Any]:
    """Emitted expressions with an interval where the coder has none; only of texts coded for times."""
    if case.gold.times is None:
        return []
    spans = [(one.start, one.end) for one in case.gold.times]
    dated = (t for t in case.records["times"] if t.earliest is not None or t.latest is not None)
    return [t for t in dated if not overlaps(t.start, t.end, spans)]


def times(cases: Sequence[Case]) -> Sheet:
    tally = Tally()
    for case in cases:
        for one in case.gold.times or ():
            found = on(case, one)
            tally.note("expression found", bool(found))
            if has_days(one):
                right = is_right(one, found)
                tally.note("interval right", right)
                tally.note("interval right, or one end of a range", right or _is_end(one, found))
    counts = time_counts(cases)
    rows = [*tally.rows(), ("emitted interval coded so", counts.right, counts.emitted, counts.precision)]
    note = "One end of a range is right where the coder has the ends of what is emitted as one range."
    return Sheet("Times", ("figure", "right", "of", "share"), rows, note)


# -- causes ------------------------------------------------------------------------------------


def is_causal(case: Case) -> bool:
    """Whether the text is told to state a cause: any link does, conditions included."""
    return bool(case.records["links"])


def cause_counts(cases: Sequence[Case]) -> Counts:
    counts = Counts()
    for case in cases:
        if case.gold.causal is not None:
            counts.note(case.gold.causal, is_causal(case))
    return counts


def causes(cases: Sequence[Case]) -> Sheet:
    """Whether a text states a cause."""
    asked = [case for case in cases if case.gold.causal is not None]
    kinds = ("cause", "response", "purpose", "condition")
    rows = [("any", *_told(cause_counts(asked)))]
    for kind in kinds:
        counts = Counts()
        for case in asked:
            counts.note(bool(case.gold.causal), any(link.kind == kind for link in case.records["links"]))
        rows.append((kind, *_told(counts)))
    note = "Texts that state a cause, told by a link of the kind; any: by one of whatever kind."
    return Sheet(
        "Causes", ("link", "support", "emitted", "right", "precision", "recall", "f1", "matthews"), rows, note
    )


def _told(counts: Counts) -> tuple[Any, ...]:
    three = counts.precision, counts.recall, counts.f1
    return counts.support, counts.emitted, counts.right, *three, counts.matthews


def pairs(cases: Sequence[Case]) -> Sheet:
    """Whether a link joins the coded cause and effect, which way round it may be."""
    tally = Tally()
    for case in cases:
        for pair in case.gold.pairs:
            ways = [(_joins(link, pair), _joins(link, pair, reverse=True)) for link in case.records["links"]]
            tally.note("cause and effect joined by a link", any(right for right, _ in ways))
            tally.note(
                "joined the other way round only", not any(r for r, _ in ways) and any(w for _, w in ways)
            )
    return Sheet("Cause and effect", ("figure", "right", "of", "share"), tally.rows())


def _joins(link: Any, pair: Pair, reverse: bool = False) -> bool:
    cause, effect = (pair.effect, pair.cause) if reverse else (pair.cause, pair.effect)
    return overlaps(link.from_start, link.from_end, cause) and overlaps(link.to_start, link.to_end, effect)
