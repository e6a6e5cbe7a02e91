"""Whether an event happened: actual, ongoing, planned, requested, hypothetical or denied.

An event is actual only if nothing between it and the author's own assertion takes that back: no
modal, negation, condition, request, plan or fear. The cue words are in the codebook's ``cues``. A
status comes with the word that set it, so that a reader can follow.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook import derived
from dateline.codebook.frames import Cue, load
from dateline.extract.matching import Match, words
from dateline.extract.roles import chain, head_of
from dateline.extract.scopes import Scopes
from dateline.language.document import Clause, NounGroup, Sentence

_OWN = ("actual", "ongoing", "denied")  # what a verb says of its own subject's act
_TAKEN_BACK = ("hypothetical", "denied", "requested")
_CLIMB = 3  # nouns between an event and the noun of asking or fearing over it


class Status(NamedTuple):
    """actual, ongoing, planned, requested, hypothetical or denied, and the word that makes it so."""

    state: str
    cue: str | None = None


ACTUAL = Status("actual")


@derived
def _cues(kind: str) -> dict[str, Cue]:
    return load().cues[kind]


def of(match: Match) -> Status:
    """The status of the event that ``match`` reports."""
    sentence = match.sentence
    effect = match.outer.effect or _light_over(match) if match.outer is not None else ""
    if effect not in ("", "actual"):
        assert match.outer is not None
        return Status(effect, sentence.words[match.outer.first].lemma)
    if match.is_noun and not match.light:
        return _of_noun(match, sentence)
    assert match.clause is not None
    status = of_clause(match.clause, sentence)
    if match.light and match.light != "actual" and status.state in ("actual", "ongoing"):
        return Status(match.light, match.clause.lemma)
    if match.group is not None and status.state == "actual":
        return _from_modifiers(sentence, match.group) or status
    return status


def _light_over(match: Match) -> str:
    outer = match.outer
    return outer.light if outer is not None and outer.light not in ("", "actual") else ""


def _from_modifiers(sentence: Sentence, group: NounGroup) -> Status | None:
    before = [word.lower for word in sentence.words[group.first : group.head]]
    for state in ("denied", "planned", "hypothetical"):
        if (cue := next((word for word in before if word in words(state)), None)) is not None:
            return Status(state, cue)
    return None


def _of_noun(match: Match, sentence: Sentence) -> Status:
    group, clause = match.group, match.clause
    assert group is not None
    if status := _from_modifiers(sentence, group):
        return status
    if clause is None:
        return ACTUAL
    if clause.relation == "adverbial" and clause.marker in words("supposing") and not clause.perfect:
        return Status("hypothetical", clause.marker)  # "if it leads to *a withdrawal*"
    if (
        clause.subject is not None
        and clause.subject.head == group.head
        and clause.lemma in (*words("aspectual"), "be")
    ):
        return _aspectual(clause, sentence)
    return _under_verb(group, clause, sentence, match.scopes)


def _aspectual(clause: Clause, sentence: Sentence) -> Status:
    """ "The withdrawal is due to begin": the noun shares the fate of its verb."""
    child = next((c for c in clause.children if c.relation == "to" and c.lemma in words("aspectual")), None)
    if clause.lemma == "be" and child is None:
        return ACTUAL
    return of_clause(child or clause, sentence)


def _under_verb(group: NounGroup, clause: Clause, sentence: Sentence, scopes: Scopes) -> Status:
    """The status that the governing verb gives its nominal object ("fear an attack")."""
    is_object = clause.object is not None and group.head in [m.head for m in clause.object.members()]
    phrase = next((p for p in clause.preps if p.group.head == group.head), None)
    light = load().light_verbs
    if is_object:
        effect = Status(light.get(clause.lemma, ""), clause.lemma)
    elif phrase is not None:
        over = f"{clause.lemma} {phrase.word}"
        effect = _of_phrase(group, sentence, scopes) or Status(light.get(over, ""), over)
    else:
        effect = Status("")
    if effect.state in ("", "actual", "stopped", "ongoing"):
        own = of_clause(clause, sentence)
        taken_back = own.state in ("planned", "hypothetical", "denied", "requested")
        return own if is_object and taken_back and effect.state else ACTUAL
    return effect


def _of_phrase(group: NounGroup, sentence: Sentence, scopes: Scopes) -> Status | None:
    """What the nouns make of it on which it hangs ("an *offer* from Lagos of talks")."""
    before = scopes.hangs_on.get(group.head)
    for _ in range(_CLIMB):
        if before is None:
            return None
        if (cue := _cues("noun").get(head_of(sentence, before))) is not None:
            return _by(cue)
        before = scopes.hangs_on.get(before.head)
    return None


def _by(cue: Cue) -> Status:
    return Status(cue.status, cue.cue)


def of_clause(clause: Clause, sentence: Sentence) -> Status:
    """The status of what a clause's verb says."""
    if clause.negated:
        return Status("denied", _negation(clause, sentence))
    if (nobody := _no_subject(clause, sentence)) is not None:
        return Status("denied", nobody)
    if (
        clause.relation == "that"
        and clause.parent is not None
        and clause.parent.lemma not in words("reporting")
    ):
        status = _governed_by_verb(clause.parent, sentence, kinds=_TAKEN_BACK)
        if status is not None:
            return status
    if clause.modal is not None:
        return _modal(clause)
    if clause.marker is not None and clause.relation == "adverbial":
        cue = _cues("subordinator").get(clause.marker)
        if cue is not None:
            return _by(cue)
        if clause.marker in words("awaiting") and clause.tense == "present" and not clause.progressive:
            return Status("planned", clause.marker)  # "until its demands *are* met": not yet
    if clause.relation in ("to", "colon") or (clause.relation == "conj" and clause.form == "infinitive"):
        return _embedded(clause, sentence)
    if clause.relation == "ing" and clause.marker is not None and clause.parent is not None:
        return _governed_by_verb(clause.parent, sentence) or _gerund(clause, sentence)
    parent = clause.parent
    follows = clause.relation == "ing" and parent is not None and clause.verb == parent.verb_last + 1
    if follows and parent is not None and (given := _governed_by_verb(parent, sentence)) is not None:
        return given  # "denied *shelling* it", "considers *sending* troops"
    adverb = _adverb(clause, sentence)
    if adverb is not None:
        return adverb
    if clause.progressive and clause.tense == "present" and not clause.passive:
        return Status("ongoing", sentence.cut(*sentence.span(clause.verb_first, clause.verb)))
    return ACTUAL


def _no_subject(clause: Clause, sentence: Sentence) -> str | None:
    """ "*No country* recognised it", "*none of* the rebels surrendered": the word that says so."""
    first = sentence.words[clause.subject.first].lower if clause.subject is not None else None
    return first if first in words("nobody") else None


def _negation(clause: Clause, sentence: Sentence) -> str | None:
    """The word that negates a verb: in its group, or right before it ("*never* attacked")."""
    group = sentence.words[max(0, clause.verb_first - 1) : clause.verb_last + 2]
    return next((word.lower for word in group if word.lower in _cues("negation")), None)


def _gerund(clause: Clause, sentence: Sentence) -> Status:
    """ "accused of backing", "without consulting", "for shelling": a fact, unless a negation governs it."""
    if clause.marker in ("without", "instead of", "rather than"):
        return Status("denied", clause.marker)
    noun = clause.antecedent
    if noun is not None and (cue := _cues("noun").get(sentence.words[noun.head].lemma)) is not None:
        return _by(cue)
    return ACTUAL


def _modal(clause: Clause) -> Status:
    modal = clause.modal
    assert modal is not None
    if modal == "would" and is_reported(clause):
        return Status("planned", modal)  # "said it would withdraw": the future of a past
    if modal in ("'ll", "’ll", "wo"):
        return Status("planned", modal)
    if modal in ("could", "can") and clause.perfect is False and clause.tense == "past":
        return Status("hypothetical", modal)
    cue = _cues("modal").get(modal)
    return _by(cue) if cue is not None else ACTUAL


def is_reported(clause: Clause) -> bool:
    """Whether a clause is what somebody said, or a further part of that."""
    while clause.relation == "conj" and clause.parent is not None:
        clause = clause.parent
    return clause.relation == "that" and clause.parent is not None


def is_aim(match: Match) -> bool:
    """ "Marched *to demand* reforms", "in an effort *to end* the war": what it was for, and no event.

    An infinitive tells an event only under a verb, adjective or noun that says what became of it
    ("managed to", "refused to", "a threat to"), or as what singles somebody out ("the first to"). A
    gerund tells none behind a preposition that makes it an idea ("aimed *at* ending", "a way *of*").
    """
    clause = match.clause
    if match.is_noun and not match.light:
        return False
    while clause is not None and clause.relation == "conj" and clause.form in ("infinitive", "ing"):
        clause = clause.parent
    if clause is None or clause.relation not in ("to", "ing"):
        return False
    if clause.relation == "ing":
        return clause.marker in words("idle") and match.outer is None and not is_answered_for(clause)
    outer = match.outer
    if outer is not None and (outer.effect or outer.light):
        return outer.effect == "requested" and _is_of_thing(clause)
    return _serves(clause, match.sentence)


def _is_of_thing(clause: Clause) -> bool:
    """ "Demanded a force *to protect* them": what the object is for, and not what is demanded."""
    noun, parent = clause.antecedent, clause.parent
    if noun is None or parent is None or clause.passive:
        return False
    return noun is parent.object and noun is not clause.subject


def _serves(clause: Clause, sentence: Sentence) -> bool:
    """Whether an infinitive says only what something is for, or the one that it depends on does."""
    parent = clause.parent
    if _cue_over(clause, sentence) is None and not _is_singled_out(clause, sentence):
        return True
    if parent is None or parent.relation != "to" or parent.lemma != "help":
        return False
    return _serves(parent, sentence)  # "sent arms *to help defend* them"


def is_answered_for(clause: Clause) -> bool:
    """ "Is guilty *of violating* the truce": what the subject is said to have done."""
    parent = clause.parent
    if parent is None or parent.predicate is None or parent.negated:
        return False
    return clause.marker in ("of", "for")


def is_named(clause: Clause, sentence: Sentence) -> bool:
    """Whether a noun says what the infinitive is ("a *demand* to withdraw")."""
    return any(head_of(sentence, group) in _cues("noun") for group in _nouns_over(clause))


def _cue_over(clause: Clause, sentence: Sentence) -> Cue | None:
    """The cue of the noun, adjective or verb that an infinitive depends on."""
    heads = [head_of(sentence, group) for group in _nouns_over(clause)]
    for head in heads:
        if head in words("aims"):
            return None
        if head in _cues("noun"):
            cue = _cues("noun")[head]
            return cue if cue.status != "denied" else None  # what a refusal is of, the refusal tells
    parent = clause.parent
    cue = _verb_cue(parent, sentence) if parent is not None else None
    if cue is None and parent is not None and _is_scheduled(clause, parent, sentence):
        return _cues("verb")["be due"]  # "is *to visit* Paris"
    if cue is None or parent is None or parent.object in (None, clause.subject):
        return cue
    if cue.status == "requested" and _is_of_thing(clause):
        return None
    return None if cue.status in _OWN else cue  # "continued its strike *to demand* reforms"


def _is_scheduled(clause: Clause, parent: Clause, sentence: Sentence) -> bool:
    """ "*The king* is to visit Paris", but not "*the aim* is to visit Paris"."""
    who = parent.subject
    if clause.relation != "to" or parent.lemma != "be" or parent.predicate is not None or who is None:
        return False
    if parent.object is not None or clause.verb_first > parent.verb_last + 2:
        return False
    return sentence.words[who.head].tag in ("NNP", "NNPS", "PRP") or head_of(sentence, who) in _people()


@derived
def _people() -> frozenset[str]:
    classes = load().classes
    return classes["@person"] | classes["@troops"] | classes["@leader"] | {"government", "delegation"}


def _nouns_over(clause: Clause) -> list[NounGroup]:
    """The nouns that an infinitive may depend on ("*pressure* for months to …", "is under *pressure* to")."""
    parent, noun = clause.parent, clause.antecedent
    ahead = parent is not None and clause.verb < parent.verb  # "the decision *to leave* was taken"
    if noun is not None and (ahead or parent is None or noun is not parent.subject):
        return [noun, *_above(noun, parent)]
    if parent is not None and parent.predicate is None and parent.lemma in words("undergoing"):
        return [prep.group for prep in parent.preps]
    return []


def _is_singled_out(clause: Clause, sentence: Sentence) -> bool:
    group, parent = clause.antecedent, clause.parent
    first, last = (group.first, group.last) if group is not None else (0, -1)
    if parent is not None and parent.lemma == "be":
        first, last = parent.verb, clause.verb_first
    return any(word.lower in words("singling") for word in sentence.words[first : last + 1])


def _embedded(clause: Clause, sentence: Sentence) -> Status:
    """An infinitive has the status that the verb, adjective or noun before it gives; else it is an aim."""
    parent = clause.parent
    for group in _nouns_over(clause):
        if (cue := _cues("noun").get(head_of(sentence, group))) is not None:
            return _by(cue)
    if parent is None:
        return Status("planned", "to")
    if _is_singled_out(clause, sentence):
        return of_clause(parent, sentence)
    if clause.relation == "conj":
        return of_clause(parent, sentence)
    if clause.relation == "colon":
        noun = sentence.words[parent.object.head].lemma if parent.object is not None else ""
        return _by(_cues("noun")[noun]) if noun in _cues("noun") else Status("requested", noun or ":")
    return _governed_by_verb(parent, sentence) or Status("planned", "to")


def _above(group: NounGroup, clause: Clause | None) -> list[NounGroup]:
    """The nouns of the clause that ``group`` hangs on ("*pressure* for months to …")."""
    if clause is None:
        return []
    nouns = [g for g in (clause.object, *(p.group for p in clause.preps)) if g is not None]
    return [noun for noun in nouns if any(prep.group is group for prep in chain(noun))]


def _governed_by_verb(parent: Clause, sentence: Sentence, kinds: tuple[str, ...] = ()) -> Status | None:
    """The status that the verb over a clause gives it; None where it gives none (of these ``kinds``)."""
    cue = _verb_cue(parent, sentence)
    if cue is None or (kinds and cue.status not in kinds):
        return None
    if cue.status in ("actual", "ongoing"):
        above = of_clause(parent, sentence)
        return _by(cue) if above.state == "actual" else above
    if cue.status == "denied" and parent.negated:
        return ACTUAL
    return _by(cue)


def _verb_cue(parent: Clause, sentence: Sentence) -> Cue | None:
    if parent.predicate is not None:
        return _cues("verb").get(f"be {sentence.words[parent.predicate].lemma}")
    own = _cues("verb").get(f"be {sentence.words[parent.verb].lower}") if parent.passive else None
    return own or _cues("verb").get(parent.lemma)


def _adverb(clause: Clause, sentence: Sentence) -> Status | None:
    for word in sentence.words[max(0, clause.verb_first - 1) : clause.verb_last + 2]:
        if word.i > clause.verb_last and word.lower in words("approximating"):
            continue  # "defaced *nearly* 300 sites"
        if word.tag == "RB" and (cue := _cues("adverb").get(word.lower)) is not None:
            return _by(cue)
    return None
