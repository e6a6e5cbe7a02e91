"""The words of a sentence while they are being tagged, and what every rule of the tagger asks of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.language.lexicon import word_list

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
BE = frozenset(["be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m",
                "get", "gets", "got"])  # fmt: skip
HAVE = frozenset(["have", "has", "had", "having", "'ve", "’ve"])
DO = frozenset({"do", "does", "did"})
AUXILIARIES = BE | HAVE
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NOMINAL = NOUNS | {"PRP", "CD", "EX"}
NO_SUBJECT = frozenset({"DT", "JJ", "IN", "PRP$", "POS", "CD", "TO"})
OBJECT_FOLLOWS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "CD", "TO", "WP", "WRB", "WDT"})
TAKES_OBJECT = NOUNS | {"DT", "PRP", "PRP$", "CD", "JJ", "$"}
PRONOMINAL = frozenset(
    ["this", "that", "these", "those", "some", "all", "both", "any", "each", "neither", "either"]
)
SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "we", "it", "i"})
NEGATIVE_OPENERS = word_list("negative_openers")
_LONGEST_SUBJECT = 9
_IN_SUBJECT = NOMINAL | {"DT", "JJ", "JJR", "JJS", "PRP$", "POS"}
_STOPS = frozenset({".", ":", '"', "WDT", "WP", "WRB"})
_CLAUSE_OPENERS = word_list("clause_openers")
_BOTH_PASTS = frozenset({"VBD", "VBN"})


@dataclass(slots=True)
class Line:
    """The words of one sentence while they are being tagged."""

    lowers: list[str]
    tags: list[str]
    choices: list[frozenset[str]]
    headline: bool = False  # no stop at the end: "Minister arrested over leak"
    openers: list[bool] = field(default_factory=list)  # by word, whether it opens or ends a clause

    def tag(self, i: int) -> str:
        """The tag at ``i``, a full stop outside the line."""
        return self.tags[i] if 0 <= i < len(self.tags) else "."

    def previous(self, i: int) -> int:
        """The nearest word before ``i`` that is no adverb; -1 if there is none."""
        i -= 1
        while i >= 0 and self.tags[i] == "RB":
            i -= 1
        return i

    def find_openers(self) -> None:
        """Notes where clauses open, once the tags of small words stand."""
        self.openers = [
            tag in _STOPS or word in _CLAUSE_OPENERS for word, tag in zip(self.lowers, self.tags, strict=True)
        ]
        if "time" in self.lowers:
            for i in range(2, len(self.lowers)):
                self.openers[i] |= self.lowers[i - 2 : i + 1] == ["by", "the", "time"]

    def opens_clause(self, i: int) -> bool:
        return self.openers[i]

    def has_finite(self) -> bool:
        return not FINITE.isdisjoint(self.tags)

    def undecided(self, i: int) -> bool:
        """Whether ``i`` may be past tense as well as past participle."""
        return self.tags[i] in ("VBN", "VBD") and self.choices[i] | {self.tags[i]} >= _BOTH_PASTS


def inverted_auxiliary(p: int, line: Line) -> int | None:
    """The auxiliary that stands before its subject, which ends at ``p`` ("*Had* the raid succeeded")."""
    at = p
    while at >= 0 and p - at < _LONGEST_SUBJECT and line.tags[at] in _IN_SUBJECT:
        at -= 1
    if at < 0 or at == p:
        return None
    word, before = line.lowers[at], line.tag(at - 1)
    if line.tags[at] == "MD":
        return at
    if word not in HAVE and word not in BE and word not in DO:
        return None
    opens = at == 0 or before in ('"', "WRB", "WP") or line.lowers[at - 1] in NEGATIVE_OPENERS
    is_pronoun = at + 1 == p and line.lowers[p] in SUBJECT_PRONOUNS
    return at if opens or is_pronoun or line.lowers[0] in NEGATIVE_OPENERS else None
