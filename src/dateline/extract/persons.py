"""Persons, known by title, description, what they do, or the form of their name; there is no list of persons.

For the actor extractor.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import settings
from dateline.extract import gazetteer, names, nouns
from dateline.extract.cast import Draft
from dateline.extract.discourse import Frame
from dateline.extract.known import goes_before_surname
from dateline.extract.nouns import bodies_inside
from dateline.extract.reader import (
    FORMER,
    PROPER,
    STATE,
    IsPlace,
    Reader,
    behind,
    body_start,
    goes_on,
    home_of,
    is_former_role,
    modifiers,
    sector_of,
    take_in,
    words_of,
)
from dateline.language.document import Doc, NounGroup, Word

#: "B.J. Habibie", "George W. Bush"; "Bashar al-Assad"; "Kim Il-sung", "Chiang Ching-kuo".
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.){1,3}|[^\W\d_a-z]\.(?:-[^\W\d_a-z]\.)?")
_FAMILY = re.compile(r"(?:al|el|ul|ad|as|ash|an|ar|at|az)-[^\W\d_a-z]|(?:Al|El)-[^\W\d_a-z]")
_SYLLABLES = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{1,5}-[^\W\d_A-Z]{2,6}")
#: "Milosevic", "Yushchenko", "Saakashvili", "Papadopoulos", "Ceausescu", "Sarkisyan", "Davutoglu".
_ENDINGS = (
    "ović", "ovic", "ević", "evic", "enko", "shvili", "adze", "idze", "poulos", "akis", "oglu", "oğlu",
    "escu", "sson", "owski", "ewski", "sky", "syan", "nyan",
)  # fmt: skip
_BYLINE = re.compile(r"(?:[Bb]y|BY)\s+((?:[^\W\d_a-z][\w.'’-]*)(?:\s+[\w.'’-]+){1,4})")


def read_byline(reader: Reader, doc: Doc) -> None:
    """The author, whom the line over the text names and nothing in it describes."""
    for sentence in doc.sentences:
        if sentence.role == "byline" and (match := _BYLINE.fullmatch(sentence.text)):
            start = sentence.start + match.start(1)
            reader.registry.person(match[1]).say(sentence, start, sentence.start + match.end(1), "name")


def person_across(
    reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]
) -> tuple[Draft, ...]:
    """A name behind a title that goes on behind its head: "US Secretary of State Dean Rusk"."""
    frame = reader.frame
    words = frame.sentence.words
    longer = goes_on(frame, group.head)
    if longer is None:
        return ()
    start = end = longer[0] + 1
    while start < len(words) and start in frame.at and frame.at[start].entry.kind == "title":
        start = end = frame.at[start].last + 1
    while (
        end < len(words)
        and words[end].tag.startswith("NN")
        and (words[end].text[0].isupper() or _is_name(words[end]))
    ):
        end += 1
    if end == start or start in frame.at:
        return ()
    draft = reader.registry.person(frame.sentence.cut(words[start].start, words[end - 1].end))
    holders = [*modifiers(reader, first, group.head - 1), *owners]
    begin = min(
        [s.first for s in frame.spots if s.whole and first <= s.first < group.head], default=group.head
    )
    hold_office(
        reader, draft, longer[1], holders, frame.sentence.cut(words[begin].start, words[start - 1].end)
    )
    if draft.country is None:
        draft.country = home_of(reader, group, longer[1])
    draft.say(frame.sentence, words[start].start, words[end - 1].end, "name")
    take_in(frame, first, end - 1)
    for other in frame.sentence.groups:
        if group.head < other.first and other.last < end:
            frame.meant[id(other)] = (draft,)
            reader.groups[frame.sentence.position, other.first, other.head] = (draft,)
    return (draft,)


def by_title(reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A name behind a title or a description: "General Franco", "KGB Chairman Yuri Andropov"."""
    frame = reader.frame
    words = frame.sentence.words
    start = _name_start(frame, first, group.head)
    if start is None:
        return ()
    called = nouns.ending_at(words, first, group.head)
    if called is not None and called[0] < group.head and called[1].kind == "person":
        return ()  # "the Secretary General" is nobody called General
    if start == group.head and words[start].lower in settings("actors")["bodies"]:
        return ()  # "the Film Directors Guild"
    name = frame.sentence.cut(*frame.sentence.span(start, group.head))
    titled = _title_before(frame, first, start - 1)
    if titled is not None and (outer := _title_before(frame, first, titled[0] - 1)) and outer[1].noun:
        titled = outer  # "army spokesman Major Chirchir"
    if titled is None:
        draft = _untitled(reader, group, first, start, name)
    else:
        draft = reader.registry.person(name)
        _describe(reader, group, draft, first, titled, owners)
    if draft is None:
        return ()
    take_in(frame, first, group.head)
    draft.say(frame.sentence, words[start].start, words[group.head].end, "name")
    return (draft,)


def _name_start(frame: Frame, first: int, head: int) -> int | None:
    """Where the run of name words that ends at the head begins; None where the head is no name."""
    words = frame.sentence.words
    if not _is_name(words[head]):
        return None
    start = head
    for i in range(head, first - 1, -1):
        word = words[i]
        spot = frame.at.get(i)
        if i < head and spot is not None and spot.whole and spot.entry.kind not in ("capital", "area"):
            if not _is_inner_title(frame, spot, first):
                break
            start = i
            continue
        if _is_name(word):
            if i < head and (_is_date(words, i) or _is_setting(words, i)):
                break
            if (
                i < head
                and word.text not in _given_names()
                and nouns.ending_at(words, i, i)
                and not nouns.ending_at(words, head, head)
            ):
                break
            start = i
        elif not (word.lower in words_of("particles") and i < head):
            break
    return start


def _is_date(words: list[Word], i: int) -> bool:
    """Whether a month or day stands before a name without being part of it ("In October Robert Gallucci")."""
    word = words[i].lower
    if word in words_of("weekdays"):
        return True
    before = words[i - 1].lower if i else ""
    return word in words_of("months") and before in (
        "in",
        "last",
        "this",
        "since",
        "by",
        "until",
        "late",
        "early",
    )


def _is_setting(words: list[Word], i: int) -> bool:
    """Whether a place stands before a name ("At Rambouillet Madeleine Albright insisted")."""
    before = words[i - 1].lower if i else ""
    return (
        before in ("at", "in", "from")
        and words[i + 1].text in _given_names()
        and bool(gazetteer.lookup(words[i].text))
    )


def _is_inner_title(frame: Frame, spot: names.Spot, first: int) -> bool:
    """Whether a title is part of the name it stands in ("Sharif Sheikh Ahmed")."""
    before = spot.first - 1
    return (
        spot.entry.kind == "title"
        and spot.first == spot.last
        and spot.entry.use == "prefix"
        and spot.entry.sector in (None, "ELI", "REL")
        and before >= first
        and before not in frame.at
        and _is_name(frame.sentence.words[before])
    )


def _is_name(word: Word) -> bool:
    """Whether a word can be part of a person's name ("Assad", "al-Assad", "d'Estaing")."""
    return word.tag in PROPER and (word.text[0].isupper() or any(c.isupper() for c in word.text[2:5]))


def _title_before(frame: Frame, first: int, last: int) -> tuple[int, nouns.Agent] | None:
    """The title or agent noun that ends at word ``last``, and where it begins."""
    if last < first:
        return None
    words = frame.sentence.words
    if words[last].text in _given_names() and words[last].tag in PROPER and last not in frame.at:
        return None  # "Christian Pineau" is no Christian
    found = nouns.ending_at(words, first, last)
    if found is not None and found[1].kind == "person":
        return found if words[last].tag not in ("NNS", "NNPS") else None
    spot = frame.at.get(last)
    if spot is not None and spot.entry.kind == "title" and spot.last == last:
        return spot.first, nouns.Agent("", "person", spot.entry.sector, False, False)
    return None


def _describe(
    reader: Reader,
    group: NounGroup,
    draft: Draft,
    first: int,
    titled: tuple[int, nouns.Agent],
    owners: tuple[Draft, ...],
) -> None:
    """Fills in office, sector, country and body of a person from the words before the name."""
    frame = reader.frame
    begin, agent = titled
    holders = [*owners, *modifiers(reader, first, begin - 1), *behind(reader, group, {"of"})]
    start = min([s.first for s in frame.spots if s.whole and first <= s.first < begin], default=begin)
    words = frame.sentence.words
    end = _name_start(frame, first, group.head) or group.head
    role = frame.sentence.cut(words[start].start, words[end - 1].end)
    spot = frame.at.get(begin)
    polite = spot is not None and spot.entry.kind == "title" and spot.entry.sector is None
    hold_office(reader, draft, agent, holders, None if polite else role)
    stateless = spot is not None and spot.entry.use == "prefix" and agent.sector in ("ELI", "REL")
    stateless = stateless or agent.noun in words_of("of_anything") or agent.sector not in STATE
    if draft.country is None and agent.sector and not polite and not stateless:
        draft.country = home_of(reader, group, agent)
        _take_seat(reader, draft)


def hold_office(
    reader: Reader, draft: Draft, agent: nouns.Agent, holders: list[Draft], role: str | None
) -> None:
    """What an office tells of its holder; what is known already stays."""
    body = next((d for d in holders if d.kind in ("organisation", "group")), None)
    state = next((d for d in holders if d.country), None)
    if draft.role is None or (draft.noun in _ranks() and role):
        draft.role = role or draft.role
        draft.noun = agent.noun or None
        reader.registry.note(draft)
        draft.sector = sector_of(agent, body) or draft.sector
        if role and draft.sector in STATE and is_former_role(role):
            draft.sector = FORMER
        draft.belongs = bodies_inside(agent.noun)
    draft.country = draft.country or (state.country if state else None)
    _take_seat(reader, draft)
    if body is not None and draft.parent is None:
        draft.parent = body


def _take_seat(reader: Reader, person: Draft) -> None:
    """Notes who holds a state's office, and whom "the Peruvian president" meant before in the paragraph."""
    if not person.country or not person.noun or person.sector not in STATE:
        return
    held = reader.registry.seats.setdefault(person.noun, set())
    paragraph = reader.frame.sentence.paragraph
    if person.country not in held and person.noun.endswith(tuple(words_of("heads"))):
        unnamed = [
            d
            for d in reader.registry.by_noun(person.noun, "person")
            if d is not person
            and d.country == person.country
            and d.same is None
            and all(form != "name" and s.paragraph == paragraph for s, _, _, form in d.said)
        ]
        if len(unnamed) == 1:
            unnamed[0].same = person
    held.add(person.country)


@cache
def _ranks() -> frozenset[str | None]:
    """Titles that are no office yet: a general may still turn out to be the army chief."""
    rows = names.index()
    return (
        frozenset(
            {None, "general", "colonel", "admiral", "major", "captain", "lieutenant", "officer", "minister"}
        )
        if rows
        else frozenset()
    )


def _untitled(reader: Reader, group: NounGroup, first: int, start: int, name: str) -> Draft | None:
    """A bare name that is known to be a person's, or shown to be one somewhere in the article."""
    frame = reader.frame
    if start > first and not frame.at.get(start - 1):
        words = frame.sentence.words
        if any(words[i].tag in ("NN", "NNS") for i in range(first, start)):
            return None
    if any(i in frame.at and frame.at[i].entry.kind != "capital" for i in range(start, group.head)):
        return None
    known = reader.registry.known_person(name)
    owner = _country_owner(reader, group) if start == first else None
    if known is None and (
        name in reader.evidence
        or _shown(name, reader.evidence)
        or (owner and _is_their_leader(reader, group))
    ):
        known = reader.registry.person(name)
    if known is not None and owner and known.country is None:
        known.country = owner
    if known is not None:
        _belongs_to(reader, group, known)
    return known


def _belongs_to(reader: Reader, group: NounGroup, person: Draft) -> None:
    """The body that a person is said to be of: "Ian Paisley of the DUP", "led by Velupillai Prabhakaran"."""
    if person.parent is not None or person.sector is not None:
        return
    bodies = [d for d in behind(reader, group, {"of", "from"}) if d.kind in ("organisation", "group")]
    bodies = bodies or _led_by(reader, group)
    if len(bodies) == 1 and (person.country in (None, bodies[0].country)):
        person.parent, person.sector = bodies[0], bodies[0].sector
        person.country = bodies[0].country


def _led_by(reader: Reader, group: NounGroup) -> list[Draft]:
    """The body that somebody leads: "the Tigers, led by Prabhakaran, …"."""
    frame = reader.frame
    for clause in frame.sentence.clauses:
        if clause.lemma not in words_of("leading") or not any(
            prep.word == "by" and prep.group is group for prep in clause.preps
        ):
            continue
        led = clause.antecedent or clause.subject
        if led is not None and led.first < group.first:
            return [d for d in frame.meant.get(id(led), ()) if d.kind in ("organisation", "group")]
    return []


def _country_owner(reader: Reader, group: NounGroup) -> str | None:
    """The country that a person is of: "South Korea's Kim Young-sam"."""
    owners = reader.meaning(reader, group.owner) if group.owner is not None else ()
    return owners[0].country if len(owners) == 1 and owners[0].kind == "country" else None


def _is_their_leader(reader: Reader, group: NounGroup) -> bool:
    """Whether an unknown name behind a country is somebody who speaks or is met ("Egypt's Mubarak said")."""
    frame = reader.frame
    word = frame.sentence.words[group.head]
    role = frame.role(group)
    met = role.object_of is not None and role.object_of.lemma in words_of("meeting")
    if not (_speaks(frame, group) or met) or group.head in frame.at:
        return False
    place = reader.is_place is not None and reader.is_place(word.text)
    return not place and word.lower not in settings("actors")["bodies"] and not nouns.may_end(word)


def _shown(name: str, evidence: frozenset[str]) -> bool:
    tokens = name.split()
    return (
        1 < len(tokens) < 5
        and f"*{tokens[-1]}" in evidence
        and tokens[-1].lower() not in settings("actors")["bodies"]
    )


def evidence(frames: list[Frame], is_place: IsPlace | None) -> frozenset[str]:
    """Names shown to be persons' anywhere: subject of a verb of speaking, set beside a description."""
    found: set[str] = set()
    for frame in frames:
        words = frame.sentence.words
        groups = frame.sentence.groups
        for group in (*groups, *(g.owner for g in groups if g.owner is not None)):
            if not _is_name(words[group.head]):
                continue
            first = body_start(group, words)
            start = _name_start(frame, first, group.head)
            if start is None:
                continue
            titled = _title_before(frame, first, start - 1)
            if titled is not None:
                found.add(f"*{words[group.head].text}")
            elif group.head > start and _bare(frame, start, group.head):
                name = frame.sentence.cut(*frame.sentence.span(start, group.head))
                shown = start == first and (_is_described(frame, group) or _speaks(frame, group))
                formed = _praised(words, first, start) and has_form_of_person(name.split())
                place = is_place is not None and is_place(name)
                if (shown and _is_described(frame, group)) or ((shown or formed) and not place):
                    found.add(name)
    return frozenset(found)


def _praised(words: list[Word], first: int, start: int) -> bool:
    """Whether nothing but adjectives stands before a name ("the reclusive Mullah Omar")."""
    return all(words[i].tag in ("JJ", "JJS", "VBN", "CC", ",") for i in range(first, start))


def has_form_of_person(tokens: list[str]) -> bool:
    """Whether a name is formed as persons' are: by its given name, initials, or what joins its parts."""
    first, last = tokens[0], tokens[-1]
    if len(tokens) < 2 or last.lower() in words_of("things") or first in words_of("before_places"):
        return False
    if first in _given_names() or first.split("-")[0] in _given_names():
        return True
    inner = tokens[1:-1]
    if any(_INITIALS.fullmatch(token) for token in (first, *inner)):
        return True
    if first.lower() in words_of("place_openings"):
        return False
    if last in words_of("surnames") or last.endswith(_ENDINGS):
        return True
    joined = any(token in words_of("patronymics") for token in inner)
    return joined or _FAMILY.match(last) is not None or _SYLLABLES.fullmatch(last) is not None


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for names in settings("given_names").values() for name in names.split())


def _is_surname(words: list[Word], start: int, head: int) -> bool:
    """Whether an agent noun is a surname here ("John Major", "Martin Luther King")."""
    return start < head and words[start].text in _given_names() and words[head].tag in PROPER


def _bare(frame: Frame, start: int, head: int) -> bool:
    """Whether no codebook form and no body's last word is in the run of names."""
    words = frame.sentence.words
    return (
        head - start < 4
        and not any(i in frame.at for i in range(start, head))
        and (
            head not in frame.at
            or frame.at[head].entry.kind == "title"
            or goes_before_surname(frame, words[head - 1], frame.at[head])
        )
        and words[head].lower not in settings("actors")["bodies"]
        and words[head].lower not in words_of("things")
        and (_is_surname(words, start, head) or nouns.ending_at(words, start, head) is None)
    )


def _speaks(frame: Frame, group: NounGroup) -> bool:
    clause = frame.role(group).subject_of
    return clause is not None and not clause.passive and clause.lemma in words_of("speaking")


def name_behind(frame: Frame, group: NounGroup) -> NounGroup | None:
    """The name set beside a description: behind its phrase ("the mayor of Lyon, Jean Roux, …") or not."""
    words = frame.sentence.words
    ends = {group.last, *(prep.group.last for prep in group.preps if prep.first > group.head)}
    for other in frame.sentence.groups:
        if other.first == group.last + 1 and not group.preps:
            return other if _is_full_name(frame, other) else None  # "the singer Bob Geldof"
        if other.first - 2 in ends and words[other.first - 1].text == ",":
            closed = other.last + 1 == len(words) or words[other.last + 1].text in (",", ".", ";", "–", "—")
            return other if closed and _is_full_name(frame, other) else None
    return None


def description_behind(frame: Frame, group: NounGroup) -> NounGroup | None:
    """The description between commas behind a name: ", Eritrea's president,", ", the rebels' leader."."""
    words = frame.sentence.words
    if group.last + 2 >= len(words) or words[group.last + 1].text != ",":
        return None
    for other in frame.sentence.groups:
        start = other.owner.first if other.owner is not None else other.first
        if min(start, other.first) != group.last + 2 or other.joined:
            continue
        opens = words[group.last + 2].lower in ("the", "a", "an") or other.owner is not None
        end = end_of(frame, other)
        closed = end + 1 == len(words) or words[end + 1].text in (",", ".", ";", "–", "—", ")")
        described = opens or other.first in frame.at
        return other if closed and described and is_describing(frame, other) else None
    return None


def end_of(frame: Frame, group: NounGroup) -> int:
    """The last word of a group with all that hangs on it, and of the codebook's name that ends there."""
    end = group.last
    for _ in range(3):
        behind_it = [prep.group for prep in group.preps if prep.first > group.head]
        if not behind_it:
            break
        group = max(behind_it, key=lambda g: g.last)
        end = max(end, group.last)
    return max(end, frame.at[end].last) if end in frame.at else end


def _is_full_name(frame: Frame, group: NounGroup) -> bool:
    """Whether a group is nothing but two or more name words."""
    words = frame.sentence.words
    if group.joined or words[group.first].tag not in PROPER or not group.first < group.head == group.last:
        return False
    return _name_start(frame, group.first, group.head) == group.first and _bare(
        frame, group.first, group.head
    )


def is_describing(frame: Frame, group: NounGroup) -> bool:
    """Whether a group says what one person is ("the mayor of Lyon")."""
    words = frame.sentence.words
    agent = nouns.ending_at(words, body_start(group, words), group.head)
    return (
        agent is not None and agent[1].kind == "person" and not nouns.is_plural(words[group.head], agent[1])
    )


def _is_described(frame: Frame, group: NounGroup) -> bool:
    """Whether a person's description stands beside the name, before it or after it."""
    if group.apposed is not None and group.apposed is not group and is_describing(frame, group.apposed):
        return True
    return any(
        (other.apposed is group or (other.last < group.first and name_behind(frame, other) is group))
        and is_describing(frame, other)
        for other in frame.sentence.groups
    )
