"""What stands in the foreground where a word is read: for the actors that a text leaves to its context.

For the actor extractor. Every noun group gets a weight from its grammatical role, because what acts
stays in mind longer than what is mentioned by the way (the ordering of centering theory: subject
before object before the rest; Grosz, Joshi and Weinstein 1995). A country is in play where its weight,
fading from sentence to sentence, is well above that of any other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.codebook import settings
from dateline.extract import names, nouns
from dateline.extract.cast import Draft
from dateline.language.document import Clause, NounGroup, Sentence

_FADING = (1.0, 0.6, 0.4, 0.25, 0.15)
_OTHER_PARAGRAPH = 0.6
_AHEAD = 0.6  # what follows in the same sentence tells less than what came before
_CLEAR = 1.5  # how far the first must lead the second
_LEAST = 1.0
_STATELESS, _LITTLE = frozenset(["REB", "UAF", "CRM"]), 0.3  # armed groups say little of whose army is meant
_OPENING = 4  # words within which a sentence says where it is set
_SETTING = frozenset(["and", "but", "meanwhile", "back", "later", "then", "earlier", "yesterday", "today"])
_TOP, _LONGEST_DATELINE = 6, 14  # where a dateline may stand, in sentences, and how many words it may have
_DASHES = frozenset(["-", "–", "—", "--", ":"])
_MANY, _MOST = 4, 0.7  # how often, and in which share of all, an article names the one country it is about
_PREPOSITIONS = {"by": 2.5, "of": 1.0, "in": 1.0, "between": 1.5, "from": 0.8, "according to": 2.0}


@dataclass(slots=True)
class Role:
    """A noun group's part in its sentence: weight, the clause it is subject or object of, preposition."""

    weight: float = 0.5
    subject_of: Clause | None = None
    object_of: Clause | None = None
    preposition: str | None = None
    governor: str | None = None  # the lemma that the preposition hangs on
    owns: NounGroup | None = None  # what it is the owner of


_NO_ROLE = Role()


@dataclass(slots=True)
class Frame:
    """A sentence with the codebook forms in it, the roles of its groups, and what they came to mean."""

    sentence: Sentence
    spots: list[names.Spot]
    at: dict[int, names.Spot]  # by word
    local: set[str]  # countries that something of the sentence lies in or belongs to
    roles: dict[int, Role]  # by id of the group
    weights: list[tuple[int, str, float]] = field(default_factory=list)  # word, country, weight
    homes: list[tuple[int, str, float]] = field(
        default_factory=list
    )  # the same, of a state's own bodies and people
    meant: dict[int, tuple[Draft, ...]] = field(default_factory=dict)  # by id of the group
    used: set[int] = field(default_factory=set)  # ids of spots that a longer name has taken in
    tally: Counter[str] | None = None  # how often the whole article speaks of each country
    scene: str | None = None  # the country of the capital in which the sentence is set ("In Lima, …")
    others: frozenset[str] = frozenset()  # "his Chinese counterpart": not whose he is

    def role(self, group: NounGroup) -> Role:
        return self.roles.get(id(group), _NO_ROLE)

    def bring(self, word: int, country: str, weight: float) -> None:
        """Brings a country to mind, of which something is told that no form of the codebook told."""
        self.weights.append((word, country, weight))
        if self.tally is not None:
            self.tally[country] += 1

    def is_aside(self, country: str) -> bool:
        """Whether a country has to do with this sentence alone, not with what the text is about."""
        return country == self.scene or country in self.others


def frames_of(sentences: list[Sentence]) -> list[Frame]:
    """The frames of an article; a sentence that goes on with a pronoun stays where the one before was set."""
    found: list[Frame] = []
    for sentence in sentences:
        if not sentence.words:
            continue
        made = frame(sentence)
        before = found[-1] if found else None
        if before is not None and before.scene and made.scene is None:
            same = before.sentence.paragraph == sentence.paragraph
            made.scene = before.scene if same and sentence.words[0].tag == "PRP" else None
        found.append(made)
    return found


def frame(sentence: Sentence) -> Frame:
    """The frame of a sentence before anything in it is resolved."""
    spots = names.spots(sentence)
    made = Frame(
        sentence, spots, {i: s for s in spots for i in range(s.first, s.last + 1)}, set(), _roles(sentence)
    )
    if not spots:
        return made
    heads = _heads(sentence)
    for before, spot in zip([None, *spots], spots, strict=False):
        if spot.entry.country and not _is_anothers(before, spot):
            _weigh(made, heads, spot)
    made.scene = _scene(sentence, spots)
    made.others = frozenset(_others(made, heads))
    return made


def _heads(sentence: Sentence) -> dict[int, NounGroup]:
    """The last group that a word stands in."""
    return {i: group for group in sentence.groups for i in range(group.first, group.last + 1)}


def _weigh(made: Frame, heads: dict[int, NounGroup], spot: names.Spot) -> None:
    """Notes how much a form brings its country to mind."""
    country = spot.entry.country
    if country is None:
        return
    sentence = made.sentence
    group = heads.get(spot.last)
    belongs = group is not None and _belongs(sentence, group, spot)
    role = made.role(group) if group else _NO_ROLE
    weight = role.weight
    if group is not None and belongs and sentence.words[group.head].lemma in settings("actors")["abroad"]:
        weight *= _LITTLE  # an envoy is somewhere else
    elif group and group.head != spot.last and not belongs:
        weight = max(weight / 2, 0.5)  # "Kenyan jets" are Kenya acting, "Kenyan coffee" is not
    if spot.entry.sector in _STATELESS:
        weight *= _LITTLE
    made.weights.append((spot.first, country, weight))
    if spot.entry.sector == "LEG":
        made.homes.append((spot.first, country, 2.0))
    if group and (belongs or role.preposition in ("in", "of") or _has_at_home(sentence, spot)):
        made.local.add(country)


def _has_at_home(sentence: Sentence, spot: names.Spot) -> bool:
    """Whether a state owns what is its own affair ("Haiti's first democratic elections")."""
    return any(
        other.owner is not None
        and other.owner.head == spot.last
        and sentence.words[other.head].lemma in settings("actors")["domestic"]
        for other in sentence.groups
    )


def settle_homonyms(frames: list[Frame]) -> None:
    """Gives a name that bodies of several countries have ("Socialists") to the country that is spoken of.

    That is the country set before it, or else the one of its countries that is named in the sentence, in the
    sentences before, in the article. Two that are named alike leave it open.
    """
    homonyms = names.index().homonyms
    usual = settings("actors")["unless_told"]
    named = Counter(s.entry.country for f in frames for s in f.spots if s.entry.country)
    for here, frame in enumerate(frames):
        before: names.Spot | None = None
        for spot in frame.spots:
            if spot.entry.use == "open":
                form = frame.sentence.cut(spot.start, spot.end).replace("’", "'")
                fitting = {entry.country: entry for entry in homonyms.get(form, ())}
                if before is not None and before.entry.country and 0 < spot.start - before.end <= 3:
                    found = before.entry.country
                else:
                    around = [_countries(frames[at]) for at in range(here, max(-1, here - 3), -1)]
                    found = next((c for c in (_only(near, fitting) for near in [*around, named]) if c), None)
                    found = found or (next(iter(fitting), None) if form in usual else None)
                if found in fitting:
                    spot.entry = fitting[found]
                    _weigh(frame, _heads(frame.sentence), spot)
            before = spot


def _countries(frame: Frame) -> Counter[str | None]:
    return Counter(spot.entry.country for spot in frame.spots if spot.entry.country)


def _only(counted: Counter[str | None], fitting: Iterable[str | None]) -> str | None:
    """The one country of ``fitting`` that is named, or is named most."""
    ranked = sorted(((counted[code], code) for code in fitting if code and counted[code]), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _scene(sentence: Sentence, spots: list[names.Spot]) -> str | None:
    """The country in whose capital a sentence is set by its opening: "In Brasília, …", "Back in Oslo, …"."""
    words = sentence.words
    for spot in spots:
        if spot.first > _OPENING:
            return None
        if spot.entry.kind in ("capital", "country") and spot.first and words[spot.first - 1].lower == "in":
            before = [w.lower for w in words[: spot.first - 1] if w.text != ","]
            closed = spot.last + 1 < len(words) and words[spot.last + 1].text == ","
            return spot.entry.country if closed and _SETTING.issuperset(before) else None
    return None


def _others(frame: Frame, heads: dict[int, NounGroup]) -> Iterator[str]:
    """The countries that are the other side here: who meets his Chinese counterpart is not China's."""
    words = frame.sentence.words
    counterparts = frozenset(settings("actors")["counterparts"])
    for spot in frame.spots:
        behind = [word.lemma for word in words[spot.last + 1 : spot.last + 3]]
        if spot.entry.country and not counterparts.isdisjoint(behind):
            group = heads.get(spot.last)
            if group is None or frame.role(group).subject_of is None:
                yield spot.entry.country


def dateline(frames: list[Frame]) -> str | None:
    """The country whose capital a report is dated from: "BOGOTA, March 4 (Reuters) - …", "NEW DELHI – …"."""
    for frame in frames[:_TOP]:
        words = frame.sentence.words
        spot = frame.at.get(0)
        if spot is None or spot.entry.kind != "capital" or not words[0].text.isupper():
            continue
        for word in words[spot.last + 1 : spot.last + _LONGEST_DATELINE]:
            if word.text in _DASHES:
                return spot.entry.country
            if word.tag.startswith("VB"):
                break
    return None


def _belongs(sentence: Sentence, group: NounGroup, spot: names.Spot) -> bool:
    """Whether the form tells whose an actor is ("Kenyan police", "the Ivorian rebels")."""
    return group.head != spot.last and nouns.may_end(sentence.words[group.head])


def _is_anothers(before: names.Spot | None, spot: names.Spot) -> bool:
    """Whether the country just before takes over a name that many states have ("Peru's Congress")."""
    return (
        before is not None
        and spot.entry.kind == "organisation"
        and before.entry.kind in ("country", "adjective")
        and before.entry.country != spot.entry.country
        and 0 < spot.first - before.last <= 2
        and spot.start - before.end <= 3
    )


def _roles(sentence: Sentence) -> dict[int, Role]:
    roles: defaultdict[int, Role] = defaultdict(Role)
    for clause in sentence.clauses:
        if clause.subject is not None and (clause.relation != "conj" or id(clause.subject) not in roles):
            own = roles[id(clause.subject)]
            weight = 3.0 if clause.parent is None else 1.5
            own.weight = max(own.weight, weight * (0.7 if clause.passive else 1))
            own.subject_of = own.subject_of or clause
        for group in (clause.object, clause.indirect):
            if group is not None:
                own = roles[id(group)]
                own.weight = max(own.weight, 1.0)
                own.object_of = own.object_of or clause
        for prep in clause.preps:
            _governed(roles[id(prep.group)], prep.word, clause.lemma)
    for group in sentence.groups:
        if group.owner is not None:
            own = roles[id(group.owner)]
            own.weight = max(own.weight, 1.5)
            own.owns = group
        for prep in group.preps:
            _governed(roles[id(prep.group)], prep.word, sentence.words[group.head].lemma)
    for group in sentence.groups:
        for member in group.joined:
            roles[id(member)] = roles.get(id(group), _NO_ROLE)
    return roles


def _governed(role: Role, word: str, lemma: str) -> None:
    role.weight = max(role.weight, _PREPOSITIONS.get(word, 0.5))
    role.preposition, role.governor = word, lemma


def _scores(frames: list[Frame], here: int, word: int, own_bodies: bool = False) -> list[tuple[str, float]]:
    """How much each country is in mind at a word of ``frames[here]``, most first.

    ``frames`` may end before ``here``: then the sentence itself does not count. What a sentence set
    abroad tells of the country it is set in holds for that sentence only.
    """
    found: dict[str, float] = {}
    nearest = frames[min(here, len(frames) - 1)].sentence.paragraph
    for back, fading in enumerate(_FADING):
        if not 0 <= here - back < len(frames):
            continue
        earlier = frames[here - back]
        factor = fading if earlier.sentence.paragraph == nearest else fading * _OTHER_PARAGRAPH
        for at, country, weight in earlier.homes if own_bodies else earlier.weights:
            if country not in earlier.others and (not back or country != earlier.scene):
                ahead = _AHEAD if back == 0 and at > word else 1.0
                found[country] = found.get(country, 0.0) + weight * factor * ahead
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def _first(ranked: list[tuple[str, float]]) -> str | None:
    if not ranked or ranked[0][1] < _LEAST:
        return None
    if len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]:
        return None
    return ranked[0][0]


def _unless_abroad(frames: list[Frame], here: int, found: str | None) -> str | None:
    """Leaves open what follows a sentence set in another country: the text may still be there."""
    before = frames[here - 1] if here else None
    if before is None or before.scene in (None, found, *frames[here].others):
        return found
    return None if before.sentence.paragraph == frames[here].sentence.paragraph else found


def in_play(frames: list[Frame], here: int, word: int) -> str | None:
    """The country in play at a word, or None where none stands out."""
    if frames[here].scene is not None:
        return frames[here].scene
    return _unless_abroad(frames, here, _first(_scores(frames, here, word)))


def home(
    frames: list[Frame],
    here: int,
    word: int,
    *,
    foreign: bool = False,
    acts: bool = False,
    elsewhere: frozenset[str] | set[str] = frozenset(),
) -> str | None:
    """The country whose institutions the text is at: that of an office holder it names without a country.

    Other countries that are talked about do not count ("The Soviet Union invaded … President Carter
    condemned"), unless it is the only one near, or the whole article is about it. ``foreign``: somebody
    is met or spoken to, so that the only country near may as well be the other side's. ``acts``: he is a
    subject, so that a body in the same sentence is likely to be of his country ("told the Knesset").
    ``elsewhere``: countries that are known not to be his.
    """
    before = frames if acts else frames[:here]
    other = frames[here].others | elsewhere
    ranked = _scores(before, here, word, own_bodies=True) if before else []
    found = _first([item for item in ranked if item[0] not in elsewhere])
    if found is not None and found not in other:
        return _unless_abroad(frames, here, found)
    around = frames[max(0, here - 1) : here + 1]
    near = {country for frame in around for _, country, _ in frame.weights if not frame.is_aside(country)}
    near -= other
    if not foreign and len(near) == 1:
        bodies = {country for frame in around for _, country, _ in frame.homes}
        if near & (frames[here].local | bodies):
            return _unless_abroad(frames, here, next(iter(near)))
    totals = _totals(frames)
    top = totals.most_common(1)
    about = top[0][0] if top and top[0][1] >= max(_MANY, _MOST * totals.total()) else None
    return None if about in other else _unless_abroad(frames, here, about)


def _totals(frames: list[Frame]) -> Counter[str]:
    """How often an article speaks of each country; counted once, and kept up by :meth:`Frame.bring`."""
    if frames[0].tally is None:
        tally = Counter(country for frame in frames for _, country, _ in frame.weights)
        for frame in frames:
            frame.tally = tally
    return frames[0].tally or Counter()


def at_home(frames: list[Frame], here: int, dated_from: str) -> bool:
    """Whether nothing up to here gainsays that a report from a capital is about that country's own affairs.

    Its own people are the ones that need no country; a foreigner's is told at first. So no other state's
    bodies may have come before, unless the text has more to say of the country it is dated from.
    """
    if _unless_abroad(frames, here, dated_from) is None:
        return False
    bodies = {
        country
        for frame in frames[: here + 1]
        for _, country, _ in frame.homes
        if not frame.is_aside(country)
    }
    if not bodies - {dated_from}:
        return True
    totals = _totals(frames)
    return dated_from in bodies and totals[dated_from] == max(totals.values())


def pair_in_play(frames: list[Frame], here: int, word: int) -> tuple[str, str] | None:
    """The two countries that "the two countries" means: two in mind here that no third comes near.

    They are to be among those of which the article has spoken most, lest a passing mention make a side.
    """
    totals: dict[str, float] = {}
    for earlier in frames[:here]:
        for _, country, weight in earlier.weights:
            totals[country] = totals.get(country, 0.0) + weight
    for at, country, weight in frames[here].weights:
        if at < word:
            totals[country] = totals.get(country, 0.0) + weight
    overall = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    leading = {country for country, _ in overall[:3]}
    near = [(c, w) for c, w in _scores(frames, here, word) if c in totals]
    for ranked in (near, overall):
        if len(ranked) > 1 and (len(ranked) == 2 or ranked[2][1] * _CLEAR < ranked[1][1]):
            pair = ranked[0][0], ranked[1][0]
            if leading.issuperset(pair):
                return pair
    return None
