"""What an actor is called by function: the codebook's agent nouns and offices, found in a noun group.

For the actor extractor. "the Pakistani Foreign Ministry" ends in the agent noun "foreign ministry".
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline import codebook
from dateline.extract.names import OFFICE_COLUMNS
from dateline.language.document import Word

AGENT_COLUMNS = ("noun", "kind", "sector", "coref", "instrument")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent noun: what its bearer is, in which sector, and whether "the NOUN" may refer back."""

    noun: str
    kind: str  # person, organisation, group
    sector: str | None
    refers: bool
    instrument: bool


@codebook.derived
def agents() -> dict[str, Agent]:
    """Agent nouns and offices by their lower-cased singular."""
    found: dict[str, Agent] = {}
    for row in codebook.rows("agents", AGENT_COLUMNS):
        noun = row["noun"].lower()
        found[noun] = Agent(
            noun, row["kind"], row["sector"], row["coref"] == "yes", row["instrument"] == "yes"
        )
    for row in codebook.rows("offices", OFFICE_COLUMNS):
        if row["use"] == "prefix":
            continue
        for title in codebook.values(row["title"]):
            noun = title.replace("’", "'").lower()
            found.setdefault(noun, Agent(noun, "person", row["sector"] or None, " " in noun, False))
    return found


@codebook.derived
def _tails() -> dict[str, dict[str, int]]:
    """The last words of all agent nouns; most nouns are none.

    To each the words that may stand right before it, and how many words to look at where one does.
    """
    found: dict[str, dict[str, int]] = {}
    for noun in agents():
        *before, tail = noun.split(" ")
        longest = found.setdefault(tail, {})
        if before:
            longest[before[-1]] = max(longest.get(before[-1], 0), min(len(before), _LONGEST - 1))
    return found


def may_end(word: Word) -> bool:
    """Whether an agent noun can end in ``word``."""
    tails = _tails()
    return word.lemma in tails or word.lower in tails or _singular(word.lower) in tails


def _singular(text: str) -> str:
    """The singular of a word that was not read as a plural ("Gunmen" in a title)."""
    if text[-1:] == "s":
        return text[:-1]
    if text.endswith("children"):
        return text[:-3]
    return f"{text[:-3]}man" if text.endswith("men") else text


def ending_at(words: list[Word], first: int, head: int) -> tuple[int, Agent] | None:
    """The longest agent noun whose last word is ``head``, and its first word, not before ``first``."""
    last, known = words[head], _tails()
    second = last.lower if last.lemma != last.lower else _singular(last.lower)
    tails = [tail for tail in (last.lemma, second) if tail in known]
    if not tails:
        return None
    table = agents()
    longest = max([known[tail].get(words[head - 1].lower, 0) for tail in tails]) if first < head else 0
    for start in range(max(first, head - longest), head + 1):
        before = "".join([f"{words[i].lower} " for i in range(start, head)])
        for tail in tails:
            if (agent := table.get(before + tail)) is not None:
                return start, agent
    return None


def is_plural(word: Word, agent: Agent) -> bool:
    """Whether the agent noun's last word stands in the plural, also where it is tagged as a name."""
    if word.tag in ("NNS", "NNPS"):
        return True
    noun = agent.noun.rsplit(" ", 1)[-1]
    return word.tag == "NNP" and word.lower != noun and _singular(word.lower) == noun


def starting_at(words: list[Word], first: int, head: int) -> tuple[int, Agent] | None:
    """The longest agent noun that goes on behind its head with "of" ("ministry of defence")."""
    if words[head].lemma not in {
        "ministry",
        "chief",
        "court",
        "house",
        "member",
        "minister",
        "chamber",
        "head",
    }:
        return None
    table = agents()
    for end in range(min(len(words) - 1, head + 4), head, -1):
        phrase = " ".join(word.lower for word in words[head : end + 1])
        if (agent := table.get(phrase)) is not None:
            return end, agent
    return None


@codebook.derived
def bodies_inside(noun: str) -> tuple[str, ...]:
    """The bodies inside an office's name ("army" of "army chief"), and the government for its offices."""
    words = noun.split()
    table = agents()
    inside = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    found = [body for body in inside if body in table and table[body].kind == "organisation"]
    agent = table.get(noun)
    if agent is not None and agent.sector == "MIL" and noun not in ("military", "armed force"):
        found += ["military"] if agent.kind == "organisation" else ["army", "military"]
    elif agent is not None and agent.sector == "GOV" and agent.kind == "organisation":
        found += (
            []
            if noun in ("government", "administration", "regime", "state")
            else ["government", "administration"]
        )
    return tuple(dict.fromkeys(found))
