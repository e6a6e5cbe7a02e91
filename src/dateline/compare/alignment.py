"""Two versions of a text laid beside each other: which sentence became which, and which words were kept.

Sentences of the same id are the same. What is left is paired with what has most words in common with it;
inside such a pair the words are compared one by one. All of it takes a time in proportion to the text,
but for what was rewritten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.compare import words

_ALIKE = 0.6  # share of the words in common, in order, from which two sentences are one that was rewritten
_SAME_GAP = 0.1  # what standing between the same unchanged neighbours adds to it
_SPLIT = 0.6  # share of a sentence's words that stood in its neighbour, from which it was split off
_EVERY = 10_000  # pairs of sentences that are all looked at; of more, only those that share a rare word
_RARE = 4  # a word is rare that stands in so many of the sentences left over, at most
_BEST = 6  # candidates looked at for one sentence by its rare words,
_FEW = 8  # sentences between two that are unchanged, in which a row can be known by a word or two
_BESIDE = 2  # and on either side of the one at its own level

Span = tuple[int, int]


class Sentence(NamedTuple):
    id: str
    start: int
    end: int


class Kept(NamedTuple):
    """A piece that stands in both texts."""

    old: int
    new: int
    size: int


class Alignment:
    """Where what stands in the old text stands in the new one."""

    def __init__(
        self, old: str, new: str, old_sentences: Sequence[Sentence], new_sentences: Sequence[Sentence]
    ) -> None:
        self.old_text, self.new_text = old, new
        self._old, self._new = old_sentences, new_sentences
        pairs = _same_ids(old_sentences, new_sentences)
        run = _longest_run([pairs[a] for a in sorted(pairs)])
        stayed = sorted((a, b) for a, b in pairs.items() if b in run)
        # Between which unchanged neighbours something stands is told by how many of these begin before it.
        self._stayed_old = [old_sentences[a].start for a, _ in stayed]
        self._stayed_new = [new_sentences[b].start for _, b in stayed]
        self._sizes_old = Counter(self.gap(sentence.start) for sentence in old_sentences)
        self._sizes_new = Counter(self.gap(sentence.start, new=True) for sentence in new_sentences)
        pairs.update(_alike(self, pairs))
        #: Index of an old sentence to the index of the new one that it became.
        self.pairs: dict[int, int] = dict(sorted(pairs.items()))
        #: Ids of old sentences to those of the new ones.
        self.ids = {old_sentences[a].id: new_sentences[b].id for a, b in self.pairs.items()}
        in_order = _longest_run(list(self.pairs.values()))
        #: New ids of sentences that stand elsewhere among the others than they did.
        self.moved = {new_sentences[b].id for b in self.pairs.values() if b not in in_order}
        self._kept: list[Kept] = []
        self._begins: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        for left, right in self._regions():
            self._lay(left, right)
        self._kept.sort()
        self._kept_new = sorted(self._kept, key=lambda piece: piece.new)
        self._at_old = [piece.old for piece in self._kept]
        self._at_new = [piece.new for piece in self._kept_new]
        self._starts = [sentence.start for sentence in old_sentences]
        self._before = [-1.0] * len(old_sentences)  # where the nearest pair before it ends now
        for a in range(len(old_sentences)):
            if a in self.pairs:
                self._before[a] = new_sentences[self.pairs[a]].end - 0.5
            elif a:
                self._before[a] = self._before[a - 1]

    def _regions(self) -> Iterator[tuple[Span, Span]]:
        """What became what: a sentence and its partner, with what beside them was split off."""
        back = {b: a for a, b in self.pairs.items()}
        for a, b in self.pairs.items():
            old, new = self._old[a], self._new[b]
            left, right = (old.start, old.end), (new.start, new.end)
            if self.old_text[slice(*left)] != self.new_text[slice(*right)]:
                said, says = _words(self.old_text, left), _words(self.new_text, right)
                beside = [at for at in (b - 1, b + 1) if 0 <= at < len(self._new) and at not in back]
                right = self._widened(right, self._new, self.new_text, beside, said, says)
                beside = [at for at in (a - 1, a + 1) if 0 <= at < len(self._old) and at not in self.pairs]
                left = self._widened(left, self._old, self.old_text, beside, says, said)
            yield left, right

    @staticmethod
    def _widened(
        span: Span,
        sentences: Sequence[Sentence],
        text: str,
        beside: Sequence[int],
        whole: tuple[str, ...],
        part: tuple[str, ...],
    ) -> Span:
        """The span with those sentences beside it whose words stand in ``whole`` and not in ``part``."""
        rest = Counter(whole) - Counter(part)
        for at in beside:
            one = sentences[at]
            said = Counter(_words(text, (one.start, one.end)))
            if sum((said & rest).values()) >= _SPLIT * said.total():
                span = min(span[0], one.start), max(span[1], one.end)
        return span

    def _lay(self, old: Span, new: Span) -> None:
        """Notes which pieces of a sentence stayed, and where what was replaced begins and ends."""
        if self.old_text[slice(*old)] == self.new_text[slice(*new)]:
            self._kept.append(Kept(old[0], new[0], old[1] - old[0]))
            return
        left = words.tokens(self.old_text, *old)
        right = words.tokens(self.new_text, *new)
        for tag, a, b, c, d in words.steps([t for t, *_ in left], [t for t, *_ in right]):
            if tag == "equal":
                pairs = zip(left[a:b], right[c:d], strict=True)
                self._kept += [Kept(x[1], y[1], x[2] - x[1]) for x, y in pairs]
            elif tag == "replace":
                if b - a == d - c:
                    for x, y in zip(left[a:b], right[c:d], strict=True):
                        self._begins[x[1]], self._ends[x[2]] = y[1], y[2]
                self._begins[left[a][1]] = right[c][1]
                self._ends[left[b - 1][2]] = right[d - 1][2]

    def begin(self, offset: int | None) -> int | None:
        """Where a piece that began at ``offset`` begins now."""
        if offset is None:
            return None
        at = bisect_right(self._at_old, offset) - 1
        if at >= 0 and offset < self._kept[at].old + self._kept[at].size:
            return self._kept[at].new + offset - self._kept[at].old
        return self._begins.get(offset)

    def end(self, offset: int | None) -> int | None:
        """Where a piece that ended at ``offset`` ends now."""
        if offset is None:
            return None
        at = bisect_left(self._at_old, offset) - 1
        if at >= 0 and offset <= self._kept[at].old + self._kept[at].size:
            return self._kept[at].new + offset - self._kept[at].old
        return self._ends.get(offset)

    def same(self, old: Span, new: Span) -> bool:
        """Whether two pieces hold the same of the words that stayed, whatever was done to others."""
        was, now = _within(self._at_old, self._kept, old), _within(self._at_new, self._kept_new, new)
        if was is None or now is None:
            return was is now
        return [(piece.new, more) for piece, more in was] == [(piece.new, more) for piece, more in now]

    def gap(self, offset: int | None, *, new: bool = False) -> int | None:
        """Between which unchanged sentences an old or a new offset stands: the same number for both."""
        return None if offset is None else bisect_right(self._stayed_new if new else self._stayed_old, offset)

    def near(self, offset: int | None, *, new: bool = False) -> int | None:
        """The gap, where few sentences stand in it: what has the same words in there is the same."""
        gap = self.gap(offset, new=new)
        if gap is None or max(self._sizes_old[gap], self._sizes_new[gap]) > _FEW:
            return None
        return gap

    def rank(self, offset: int | None) -> float:
        """Where something old goes among the new: just behind what the sentence before it became."""
        if offset is None:
            return -1.0
        now = self.begin(offset)
        if now is not None:
            return float(now)
        at = bisect_right(self._starts, offset) - 1
        return self._before[at] if at >= 0 else -1.0


def _within(starts: Sequence[int], pieces: Sequence[Kept], span: Span) -> list[tuple[Kept, int]] | None:
    """The first and the last piece in a span, and how far into them the span begins and ends."""
    first = bisect_right(starts, span[0]) - 1
    if first < 0 or starts[first] + pieces[first].size <= span[0]:
        first += 1
    last = bisect_left(starts, span[1]) - 1
    if first > last:
        return None
    head, tail = pieces[first], pieces[last]
    return [(head, max(0, span[0] - starts[first])), (tail, min(tail.size, span[1] - starts[last]))]


def _same_ids(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    where = {sentence.id: at for at, sentence in enumerate(new)}
    return {a: where[sentence.id] for a, sentence in enumerate(old) if sentence.id in where}


def _longest_run(values: Sequence[int]) -> set[int]:
    """The values of a longest rising run, by patience sorting."""
    tails: list[int] = []  # the least value that ends a run of each length
    at: list[int] = []
    for value in values:
        length = bisect_left(tails, value)
        tails[length : length + 1] = [value]
        at.append(length)
    run: set[int] = set()
    length = len(tails) - 1
    for value, reached in zip(reversed(values), reversed(at), strict=True):
        if reached == length:
            run.add(value)
            length -= 1
    return run


def _alike(aligned: Alignment, same: dict[int, int]) -> dict[int, int]:
    """Pairs among the sentences without a partner: the most alike first."""
    taken = set(same.values())
    old = [a for a in range(len(aligned._old)) if a not in same]
    new = [b for b in range(len(aligned._new)) if b not in taken]
    if not old or not new:
        return {}
    left = {a: _words(aligned.old_text, aligned._old[a][1:]) for a in old}
    right = {b: _words(aligned.new_text, aligned._new[b][1:]) for b in new}
    gaps_old = {a: aligned.gap(aligned._old[a].start) or 0 for a in old}
    gaps_new = {b: aligned.gap(aligned._new[b].start, new=True) or 0 for b in new}
    scored = sorted(_scored(left, right, (gaps_old, gaps_new)))
    pairs: dict[int, int] = {}
    found: set[int] = set()
    for _, _, a, b in scored:
        if a not in pairs and b not in found:
            pairs[a] = b
            found.add(b)
    return pairs


def _words(text: str, span: Span) -> tuple[str, ...]:
    return tuple(token.lower() for token, *_ in words.tokens(text, *span))


def _scored(
    left: dict[int, tuple[str, ...]],
    right: dict[int, tuple[str, ...]],
    gaps: tuple[dict[int, int], dict[int, int]],
) -> list[tuple[float, int, int, int]]:
    from rapidfuzz.distance import Indel

    found = []
    for a, b in _candidates(left, right):
        score = Indel.normalized_similarity(left[a], right[b])
        score += _SAME_GAP * (gaps[0][a] == gaps[1][b])
        if score >= _ALIKE:
            found.append((-score, abs(gaps[0][a] - gaps[1][b]), a, b))
    return found


def _candidates(left: dict[int, tuple[str, ...]], right: dict[int, tuple[str, ...]]) -> list[tuple[int, int]]:
    if len(left) * len(right) <= _EVERY:
        return [(a, b) for a in left for b in right]
    where: dict[str, list[int]] = defaultdict(list)
    after = list(right)
    for b, said in right.items():
        for word in dict.fromkeys(said):
            where[word].append(b)
    found: list[tuple[int, int]] = []
    for at, (a, said) in enumerate(left.items()):
        shared: dict[int, int] = defaultdict(int)
        for word in dict.fromkeys(said):
            if len(where.get(word, ())) <= _RARE:
                for b in where.get(word, ()):
                    shared[b] += 1
        best = sorted(shared, key=lambda b: (-shared[b], b))[:_BEST]
        middle = at * len(after) // len(left)  # where it would stand if all had been rewritten alike
        level = after[max(0, middle - _BESIDE) : middle + _BESIDE + 1]
        found += [(a, b) for b in dict.fromkeys([*best, *level])]
    return found
