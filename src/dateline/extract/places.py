"""Where things happen: the named places of an article, told from persons and governments.

For the events, which happen somewhere, and for the map. A name counts where it is spoken of as a
place ("in Kabul", "visited Turkey", "a Lahore prison"), not where it is who acts ("Kabul
rejected", "talks with Turkey") or part of another name ("Lahore High Court", "Paris Hilton").
Which of several places of one name is meant is settled by what the text says beside it, then by
the states the article is about, then by size where one is clearly the largest; else it is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from dateline import ids
from dateline.article import READ_ROLES
from dateline.codebook import settings
from dateline.extract import places_told
from dateline.extract.gazetteer import (
    LONGEST,
    Candidate,
    country_of,
    country_openings,
    is_wary,
    lookup,
    towns,
)
from dateline.language.document import Doc, NounGroup, Sentence, Word
from dateline.records import Entity, Mention, Place

__all__ = ["Candidate", "Places", "extract", "lookup"]

_INSIDE_NAMES = frozenset(["of", "and", "the", "de", "del", "des", "la", "el", "al", "da", "do", "am"])
_DATELINE = re.compile(r"([A-Z][^,(–—\da-z]+[A-Z])(?:, ([A-Z][^,(–—\d-]*[a-z]))?(?=[,.]? .*[-–—:_]\s*$)")
_WITH_STATES = ("USA", "CAN", "AUS")  # where a town is written with its state
_CLEARLY_LARGEST = 5  # times the next one of the name
_LARGER_AT_HOME = 1.5  # the same among towns of one state: the larger one is the one that needs no province
_OF_SOME_SIZE = 250_000  # a town that needs no introduction


class Cast(Protocol):
    """What is asked of the actors."""

    @property
    def entities(self) -> list[Entity]: ...

    def at(self, sentence: Sentence, word: int) -> Entity | None: ...


@dataclass(slots=True)
class Places:
    """The places of an article, and where they are named.

    ``entities`` and ``mentions`` are those of places that the cast does not have ("a Lahore
    prison" names no actor), so that every row's ``entity_id`` is somebody's.
    """

    rows: list[Place] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    _at: dict[tuple[int, int], Place] = field(default_factory=dict)

    def at(self, sentence: Sentence, word: int) -> Place | None:
        """The place whose name the word belongs to."""
        return self._at.get((sentence.start, word))

    def of(self, sentence: Sentence, group: NounGroup) -> Place | None:
        """The place a noun group names: its head, a word before it, or what "of" or "in" joins to it."""
        for i in (group.head, *range(group.first, group.last + 1)):
            if place := self.at(sentence, i):
                return place
        for prep in group.preps:
            if prep.word in ("of", "in", "at", "near") and (place := self.of(sentence, prep.group)):
                return place
        return None


@dataclass(slots=True)
class _Name:
    """A name of the gazetteer in a sentence, from word ``first`` to ``last``."""

    first: int
    last: int
    text: str
    candidates: tuple[Candidate, ...]
    told: bool = False  # the words beside it say that it is a place

    @property
    def strict(self) -> bool:
        """Whether the name also stands for those who govern it."""
        return any(c.capital or c.kind == "country" for c in self.candidates)


def extract(doc: Doc, cast: Cast | None, article_id: str) -> Places:
    """The places that the read sentences of ``doc`` speak of, in the order in which they are first named."""
    sentences = [s for s in doc.sentences if s.role in READ_ROLES and s.words]
    listed = [(s, list(_names(s))) for s in sentences]
    in_play = _in_play(sentences, [name for _, names in listed for name in names])
    filed = [(s, town) for s in doc.sentences if (town := _filed_from(s, in_play))]
    in_play.update(str(town.country) for _, town in filed)
    named = [(s, names) for s, names in _with_unlisted(listed, cast, in_play) if names]
    places, rows = Places(), dict[tuple[Any, ...], Place]()
    said: dict[str, list[Mention]] = {}
    for sentence, names in named:
        for name, previous, following in zip(names, [None, *names[:-1]], [*names[1:], None], strict=True):
            if previous and _states_where(sentence, previous, name):
                continue
            elsewhere = _namesake(sentence, name, following)
            if elsewhere is not None:
                name.candidates, name.told = (elsewhere,), True
            if not name.told and not _is_place(sentence, name, names, cast):
                continue
            chosen = _choose(sentence, name, following, in_play)
            if chosen is None or not _is_known(sentence, name, chosen, in_play):
                continue
            key = (chosen.kind, chosen.country, chosen.admin1, chosen.name)
            if key not in rows:
                rows[key] = _row(
                    sentence.span(name.first, name.last),
                    name.text,
                    chosen,
                    _entity_of(sentence, name, chosen, cast),
                )
            for i in range(name.first, name.last + 1):
                places._at[sentence.start, i] = rows[key]
            said.setdefault(str(rows[key].entity_id), []).append(
                _mention(sentence, sentence.span(name.first, name.last), rows[key])
            )
    for sentence, town in filed:
        key = (town.kind, town.country, town.admin1, town.name)
        if key not in rows:
            span = sentence.start, sentence.start + len(_dateline_town(sentence))
            rows[key] = _row(span, _dateline_town(sentence), town, _known_as(town, (town.name,), cast))
            said.setdefault(str(rows[key].entity_id), []).append(_mention(sentence, span, rows[key]))
    places.rows = sorted(rows.values(), key=lambda row: (row.start, row.end))
    known = {entity.entity_id for entity in cast.entities} if cast else set()
    for row in places.rows:
        if row.entity_id not in known:
            known.add(row.entity_id)
            places.entities.append(_entity(row, said[str(row.entity_id)], article_id))
            places.mentions.extend(said[str(row.entity_id)])
    return places


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(settings("places")[name])


@cache
def _markers() -> dict[str, frozenset[str]]:
    """A word such as "province" to the kinds of place that it may name."""
    kinds: dict[str, set[str]] = {}
    for kind, words in settings("places")["markers"].items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


def _names(sentence: Sentence) -> Iterator[_Name]:
    """The names of the gazetteer in the sentence, the longest first, none inside another."""
    done = 0
    for word in sentence.words:
        if word.text[0].isupper() and word.i >= done and (found := _name_at(sentence, word.i)):
            yield found
            done = found.last + 1


def _with_unlisted(
    listed: list[tuple[Sentence, list[_Name]]], cast: Cast | None, in_play: Counter[str]
) -> list[tuple[Sentence, list[_Name]]]:
    """The names of each sentence, with those that no list has, wherever in the article these are told."""
    known: dict[str, Candidate] = {}
    told: dict[int, list[_Name]] = {}
    for sentence, names in listed:
        taken = {i for name in names for i in range(name.first, name.last + 1)}
        placed = {
            i
            for name in names
            if not name.strict or _preposition(sentence.words, name) is not None
            for i in range(name.first, name.last + 1)
        }
        for place in places_told.find(sentence, taken, placed, _somebody(sentence, cast)):
            meant = known.get(place.text)
            if meant is None or (meant.country is None and place.states):
                known[place.text] = meant = places_told.candidate(place, in_play)
            told.setdefault(sentence.start, []).append(
                _Name(place.first, place.last, place.text, (meant,), told=True)
            )
    if not known:
        return listed
    openings = {text.split()[0] for text in known}
    found = []
    for sentence, names in listed:
        here = told.get(sentence.start, [])
        more = [
            n for n in _again(sentence, known, openings) if not _overlaps(n, names) and not _overlaps(n, here)
        ]
        for name in (*here, *more):
            name.candidates = (known[name.text],)
        found.append((sentence, sorted([*names, *here, *more], key=lambda name: name.first)))
    return found


def _somebody(sentence: Sentence, cast: Cast | None) -> set[int]:
    """The words of the sentence that the actors know as a person, a body or a state."""
    if cast is None:
        return set()
    return {
        word.i
        for word in sentence.words
        if word.text[0].isupper() and (entity := cast.at(sentence, word.i)) and entity.kind != "place"
    }


def _again(sentence: Sentence, known: dict[str, Candidate], openings: set[str]) -> Iterator[_Name]:
    """Where a name that was told to be a place's stands again."""
    words = sentence.words
    for word in words:
        if word.text not in openings:
            continue
        for last in range(min(word.i + LONGEST, len(words)) - 1, word.i - 1, -1):
            text = " ".join(sentence.cut(word.start, words[last].end).split())
            if text in known:
                yield _Name(word.i, last, text, ())
                break


def _overlaps(name: _Name, others: list[_Name]) -> bool:
    return any(name.first <= other.last and other.first <= name.last for other in others)


def _name_at(sentence: Sentence, first: int) -> _Name | None:
    words = sentence.words
    last = first
    while last + 1 < len(words) and last - first + 1 < LONGEST and _continues(words[last + 1]):
        last += 1
    for end in range(last, first - 1, -1):
        if words[end].text[0].isalnum():
            text = " ".join(sentence.cut(words[first].start, words[end].end).split())
            if candidates := lookup(text):
                return _Name(first, end, text, candidates)
    return None


def _continues(word: Word) -> bool:
    return word.text[0].isupper() or word.tag == "POS" or word.lower in _INSIDE_NAMES


def _in_play(sentences: list[Sentence], names: list[_Name]) -> Counter[str]:
    """How often each state is spoken of: by its name, adjective or people, a province or its capital."""
    counts: Counter[str] = Counter()
    for name in names:
        states = {c.country for c in name.candidates}
        within = all(c.kind != "city" or c.capital for c in name.candidates)
        if within and len(states) == 1 and (state := states.pop()) and not is_wary(name.text):
            counts[state] += 1
    openings = country_openings()
    for sentence in sentences:
        words = sentence.words
        for word in words:
            text = word.text
            if not text[0].isupper():
                continue
            country = None
            if text in openings and word.i + 1 < len(words):
                country = country_of(sentence.cut(word.start, words[word.i + 1].end))
            if country := country or country_of(text):
                counts[country] += 1
            elif "-" in text:
                counts.update(c for part in text.split("-") if (c := country_of(part)))
    return counts


def _is_place(sentence: Sentence, name: _Name, names: list[_Name], cast: Cast | None) -> bool:
    words, after = sentence.words, _word(sentence, name.last + 1)
    if _belongs_to_another_name(sentence, name, names) or _is_somebody(sentence, name, cast):
        return False
    if _is_a_thing(words, name):
        return False
    if _is_visited(sentence, name) or _is_marked(name, after):
        return True
    if name.first == 0 and after and after.text in (":", "—", "–", "-", "--"):
        return True
    if after and after.tag == "POS":
        return not is_wary(name.text) and _owns_what_stands(words, name)
    if after and after.tag in ("NN", "NNS") and after.lower not in _markers() and after.text[0].islower():
        return not is_wary(name.text) and _describes_what_stands(words, name)
    at = _preposition(words, name)
    if at is not None:
        return _says_where(words, at, name)
    return _stays(sentence, name) if name.strict else not is_wary(name.text)


def _word(sentence: Sentence, i: int) -> Word | None:
    return sentence.words[i] if 0 <= i < len(sentence.words) else None


def _is_somebody(sentence: Sentence, name: _Name, cast: Cast | None) -> bool:
    """Whether the actors know the name as a person or body, or a capital as its government."""
    if cast is None:
        return False
    for i in range(name.first, name.last + 1):
        entity = cast.at(sentence, i)
        # A name is somebody's only as a whole: the state in "South Georgia" is not meant.
        if entity is None or entity.kind == "place":
            return False
        if entity.kind == "country" and any(c.kind == "country" for c in name.candidates):
            return False
    return True


def _belongs_to_another_name(sentence: Sentence, name: _Name, names: list[_Name]) -> bool:
    """Whether capitalised words beside it make it part of a longer name ("Jordan Times", "Mr Sydney")."""
    before, after = _word(sentence, name.first - 1), _word(sentence, name.last + 1)
    if (
        after
        and after.text[0].isupper()
        and after.tag.startswith(("NN", "JJ"))
        and after.lower not in _markers()
    ):
        return True
    if before is None or not before.text[0].isupper() or not before.tag.startswith(("NNP", "JJ")):
        return False
    return before.lower not in _words("before") and not any(n.last == before.i for n in names)


def _is_a_thing(words: list[Word], name: _Name) -> bool:
    """Whether an article before it makes it a river, ship or newspaper: towns have none ("the Delaware")."""
    if not name.first or words[name.first - 1].tag != "DT" or name.text.startswith("The "):
        return False
    after = words[name.last + 1] if name.last + 1 < len(words) else None
    described = after is not None and (
        after.tag.startswith("NN") or after.tag == "POS" or after.lower in _markers()
    )
    return not described and all(c.kind == "city" or c.country == "USA" for c in name.candidates)


def _is_marked(name: _Name, after: Word | None) -> bool:
    """Whether the noun behind the name says which of its places is meant ("the Swat *valley*")."""
    kinds = _markers().get(after.lower, frozenset()) if after else frozenset()
    return any(c.kind in kinds for c in name.candidates)


def _is_visited(sentence: Sentence, name: _Name) -> bool:
    """Whether the name is the object of a verb such as "visit" or "invade", in either voice."""
    verbs = _words("visit")
    for clause in sentence.clauses:
        group = clause.subject if clause.passive else clause.object
        if group and clause.lemma in verbs and any(m.head == name.last for m in group.members()):
            return True
    i = name.first - 1
    while i >= 0 and (sentence.words[i].tag == "DT" or sentence.words[i].lower in _words("before")):
        i -= 1
    return i >= 0 and sentence.words[i].tag.startswith("VB") and sentence.words[i].lemma in verbs


def _head_after(words: list[Word], i: int) -> str:
    """The lemma of the last noun of the noun phrase that goes on at ``i``."""
    lemma = ""
    while i < len(words) and words[i].tag in ("JJ", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG"):
        if words[i].tag.startswith("NN"):
            lemma = words[i].lemma
        i += 1
    return lemma


def _owns_what_stands(words: list[Word], name: _Name) -> bool:
    head = _head_after(words, name.last + 2)
    if name.strict:
        return head in _words("stands") and not any(c.kind == "country" for c in name.candidates)
    return head not in _words("titled") and head not in _words("government")


def _describes_what_stands(words: list[Word], name: _Name) -> bool:
    if any(c.kind == "country" for c in name.candidates):
        return False
    head = _head_after(words, name.last + 1)
    if name.strict:
        return head in _words("stands")
    return head not in _words("titled") and head not in _words("government")


def _preposition(words: list[Word], name: _Name) -> int | None:
    """Where the preposition stands that governs the name or the list of places it is in."""
    listed = name.last + 1 < len(words) and words[name.last + 1].lower in (",", "and", "or")
    crossed, i = False, name.first - 1
    while i >= 0:
        word = words[i]
        if word.lower in ("and", "or") or (word.lower == "," and (listed or crossed)):
            crossed = True
        elif word.tag.startswith("NNP"):
            if not crossed and word.lower not in _words("before"):
                return None
        elif word.tag not in ("DT", "JJ", "-LRB-", "-RRB-") and word.lower not in _words("before"):
            break
        i -= 1
    return i if i >= 0 and (words[i].tag in ("IN", "TO") or words[i].lower == "near") else None


def _says_where(words: list[Word], at: int, name: _Name) -> bool:
    """Whether the preposition at ``at`` makes the name a place, and not a party to something."""
    word = words[at].lower
    before = words[at - 1] if at else None
    if word in _words("where") or (before and f"{before.lower} {word}" in _words("where")):
        return True
    wary = is_wary(name.text)
    if word == "of":
        return (before is not None and before.lemma in _words("of")) or not (wary or name.strict)
    if not (wary or name.strict):
        return True
    if word in ("to", "from", "for", "toward", "towards", "on", "over", "off"):
        return any(w.lemma in _words("motion") for w in words[max(0, at - 8) : at]) and word not in (
            "on",
            "over",
        )
    return False


def _stays(sentence: Sentence, name: _Name) -> bool:
    """Whether a capital is the subject of what a town, not a government, does or undergoes."""
    if any(c.kind == "country" for c in name.candidates):
        return False
    for clause in sentence.clauses:
        if clause.subject and any(m.head == name.last for m in clause.subject.members()):
            quiet = clause.predicate is not None and sentence.words[clause.predicate].lower in _words("quiet")
            return clause.lemma in _words("stays") or quiet
    return False


def _choose(
    sentence: Sentence, name: _Name, following: _Name | None, in_play: Counter[str]
) -> Candidate | None:
    """The candidate that is meant, or None where that is not clear."""
    left = _as_marked(sentence, name, _states_where(sentence, name, following) or name.candidates)
    if len(left) == 1:
        return left[0]
    if len(left) > 1:
        most = max((in_play[c.country] for c in left if c.country), default=0)
        well_known = [c for c in left if c.population is None and c.kind in ("region", "site", "district")]
        if most:
            # The states an article is about, unless it speaks of another one as often.
            left = [c for c in left if c.country and in_play[c.country] * 3 > most] or left
        elif well_known:
            left = well_known
    if len({c.country for c in left}) > 1:
        rivals = sorted(left, key=lambda c: -(c.population or 0))
        if not _leads(rivals[0], [c for c in rivals if c.country != rivals[0].country], _CLEARLY_LARGEST):
            return None
        left = [c for c in left if c.country == rivals[0].country]
    order = ("country", "region", "city", "site", "province", "district")
    left = sorted(left, key=lambda c: (order.index(c.kind), -(c.population or 0)))
    namesakes = [c for c in left if c.kind == left[0].kind and c.admin1 != left[0].admin1]
    return left[0] if left and _leads(left[0], namesakes, _LARGER_AT_HOME) else None


def _leads(candidate: Candidate, rivals: list[Candidate], times: float) -> bool:
    return (candidate.population or 0) >= times * max((c.population or 0 for c in rivals), default=0)


def _states_where(sentence: Sentence, name: _Name, following: _Name | None) -> tuple[Candidate, ...]:
    """The candidates that fit a state or province after a comma ("Hyderabad, *India*"), if there is one."""
    if following is None or following.first != name.last + 2 or sentence.words[name.last + 1].text != ",":
        return ()
    wider = {c.country for c in following.candidates if c.kind == "country"}
    within = {c.admin1 for c in following.candidates if c.kind == "province"}
    towns = [c for c in name.candidates if c.kind in ("city", "district", "site")]
    return tuple(c for c in towns if c.country in wider or (c.admin1 in within and c.admin1 != c.name))


def _namesake(sentence: Sentence, name: _Name, following: _Name | None) -> Candidate | None:
    """A town that is called like a better known one of another state: "*Cairo*, Illinois"."""
    if name.told or following is None or _states_where(sentence, name, following):
        return None
    if following.first != name.last + 2 or sentence.words[name.last + 1].text != ",":
        return None
    closed = _word(sentence, following.last + 1)
    wider = [c for c in following.candidates if c.kind == "province"]
    if len(wider) != 1 or (closed is not None and closed.tag not in (",", ".", ":", "-RRB-", "IN")):
        return None
    if any(c.kind not in ("city", "province") or c.country == wider[0].country for c in name.candidates):
        return None
    state, part = wider[0].country, wider[0].admin1
    homes = [t for t in towns(name.text) if (t.country, t.admin1) == (state, part)]
    if homes or state not in _WITH_STATES:
        return homes[0] if homes else None
    return Candidate(name.text, "city", state, part, None, None, None, None)


def _as_marked(sentence: Sentence, name: _Name, candidates: tuple[Candidate, ...]) -> list[Candidate]:
    """The candidates of the kind that a word beside the name says ("Kandahar province", "the city of")."""
    after, of = _word(sentence, name.last + 1), _word(sentence, name.first - 1)
    noun = _word(sentence, name.first - 2) if of and of.lower == "of" else None
    kinds: frozenset[str] = frozenset()
    if after:
        kinds = _markers().get(after.lower, kinds)
    if not kinds and noun:
        kinds = _markers().get(noun.lemma, kinds)
    return [c for c in candidates if c.kind in kinds] or list(candidates)


def _is_known(sentence: Sentence, name: _Name, chosen: Candidate, in_play: Counter[str]) -> bool:
    """Whether so small a place is likely: it is large, of a state spoken of, or set beside a preposition."""
    if chosen.population is None or chosen.population >= _OF_SOME_SIZE or in_play[chosen.country or ""]:
        return True
    return _preposition(sentence.words, name) is not None or _is_visited(sentence, name)


def _filed_from(sentence: Sentence, in_play: Counter[str]) -> Candidate | None:
    """The town that a dateline opens with: of the state it names or that is spoken of, or the largest."""
    found = _DATELINE.match(sentence.text) if sentence.role == "byline" else None
    if found is None:
        return None
    written = found[1].title().replace("'S", "'s")
    named = [c for c in (*lookup(written), *lookup(found[1]), *towns(written)) if c.kind == "city"]
    wider = lookup(found[2]) if found[2] else ()
    inside = [c for c in named if any(w.country == c.country for w in wider)]
    spoken = [c for c in named if in_play[c.country or ""]]
    return next(iter(inside or spoken or named), None)


def _dateline_town(sentence: Sentence) -> str:
    found = _DATELINE.match(sentence.text)
    return found[1] if found else ""


def _entity_of(sentence: Sentence, name: _Name, chosen: Candidate, cast: Cast | None) -> str:
    """The id of the actors' entity of that place, by the word or by its name; else that of a new one."""
    kind = "country" if chosen.kind == "country" else "place"
    if cast and (entity := cast.at(sentence, name.last)) and entity.kind == kind:
        return str(entity.entity_id)
    return _known_as(chosen, (chosen.name, name.text), cast)


def _known_as(chosen: Candidate, names: tuple[str, ...], cast: Cast | None) -> str:
    kind = "country" if chosen.kind == "country" else "place"
    for entity in cast.entities if cast else ():
        if entity.kind == kind and entity.name in names:
            return str(entity.entity_id)
    return ids.digest("n", kind, chosen.country or "", chosen.name)


def _row(span: tuple[int, int], text: str, chosen: Candidate, entity_id: str) -> Place:
    return Place(
        place_id=ids.digest("p", chosen.kind, chosen.country, chosen.admin1, chosen.name),
        entity_id=entity_id,
        name=chosen.name if text.isupper() and len(text) > 3 else text,
        kind=chosen.kind,
        country=chosen.country,
        admin1=chosen.admin1,
        latitude=chosen.latitude,
        longitude=chosen.longitude,
        geoname_id=chosen.geoname_id,
        precision=chosen.kind,
        start=span[0],
        end=span[1],
    )


def _mention(sentence: Sentence, span: tuple[int, int], row: Place) -> Mention:
    start, end = span
    return Mention(
        mention_id=ids.digest(
            "m", sentence.sentence_id, start - sentence.start, end - sentence.start, row.entity_id
        ),
        entity_id=row.entity_id,
        sentence_id=sentence.sentence_id,
        start=start,
        end=end,
        text=sentence.cut(start, end),
        form="name",
    )


def _entity(row: Place, said: list[Mention], article_id: str) -> Entity:
    forms = dict.fromkeys(str(mention.text) for mention in said)
    forms.pop(str(row.name), None)
    return Entity(
        entity_id=row.entity_id,
        article_id=article_id,
        name=row.name,
        kind="country" if row.kind == "country" else "place",
        country=row.country,
        sector=None,
        role=None,
        parent_id=None,
        aliases="; ".join(forms) or None,
        mentions=len(said),
        start=row.start,
        end=row.end,
    )
