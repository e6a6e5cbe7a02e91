"""Whether an event happened: actual, ongoing, planned, requested, hypothetical or denied.

An event is actual only if nothing between it and the author's own assertion takes that back: no
modal, negation, condition, request, plan or fear. The cue words are in the codebook's ``cues``.
"""

from __future__ import annotations

from dateline.codebook import derived
from dateline.codebook.frames import Cue, load
from dateline.extract.matching import Match, words
from dateline.extract.roles import chain, head_of
from dateline.extract.scopes import Scopes
from dateline.language.document import Clause, NounGroup, Sentence

_OWN = ("actual", "ongoing", "denied")  # what a verb says of its own subject's act
_TAKEN_BACK = ("hypothetical", "denied", "requested")
_CLIMB = 3  # nouns between an event and the noun of asking or fearing over it


@derived
def _cues(kind: str) -> dict[str, Cue]:
    return load().cues[kind]


def of(match: Match) -> str:
    """The status of the event that ``match`` reports."""
    sentence = match.sentence
    effect = match.outer.effect or _light_over(match) if match.outer is not None else ""
    if effect not in ("", "actual"):
        return effect
    if match.is_noun and not match.light:
        return _of_noun(match, sentence)
    assert match.clause is not None
    status = of_clause(match.clause, sentence)
    if match.light and match.light != "actual" and status in ("actual", "ongoing"):
        return match.light
    if match.group is not None and status == "actual":
        return _from_modifiers(sentence, match.group) or status
    return status


def _light_over(match: Match) -> str:
    outer = match.outer
    return outer.light if outer is not None and outer.light not in ("", "actual") else ""


def _from_modifiers(sentence: Sentence, group: NounGroup) -> str | None:
    before = {word.lower for word in sentence.words[group.first : group.head]}
    return next((state for state in ("denied", "planned", "hypothetical") if before & words(state)), None)


def _of_noun(match: Match, sentence: Sentence) -> str:
    group, clause = match.group, match.clause
    assert group is not None
    if status := _from_modifiers(sentence, group):
        return status
    if clause is None:
        return "actual"
    if (
        clause.subject is not None
        and clause.subject.head == group.head
        and clause.lemma in (*words("aspectual"), "be")
    ):
        return _aspectual(clause, sentence)
    return _under_verb(group, clause, sentence, match.scopes)


def _aspectual(clause: Clause, sentence: Sentence) -> str:
    """ "The withdrawal is due to begin": the noun shares the fate of its verb."""
    child = next((c for c in clause.children if c.relation == "to" and c.lemma in words("aspectual")), None)
    if clause.lemma == "be" and child is None:
        return "actual"
    return of_clause(child or clause, sentence)


def _under_verb(group: NounGroup, clause: Clause, sentence: Sentence, scopes: Scopes) -> str:
    """The status that the governing verb gives its nominal object ("fear an attack")."""
    is_object = clause.object is not None and group.head in [m.head for m in clause.object.members()]
    phrase = next((p for p in clause.preps if p.group.head == group.head), None)
    light = load().light_verbs
    if is_object:
        effect = light.get(clause.lemma, "")
    elif phrase is not None:
        effect = light.get(f"{clause.lemma} {phrase.word}", "")
        effect = _of_phrase(group, sentence, scopes) or effect
    else:
        effect = ""
    if effect in ("", "actual", "stopped", "ongoing"):
        own = of_clause(clause, sentence)
        return (
            own
            if is_object and own in ("planned", "hypothetical", "denied", "requested") and effect
            else "actual"
        )
    return effect


def _of_phrase(group: NounGroup, sentence: Sentence, scopes: Scopes) -> str | None:
    """What the nouns make of it on which it hangs ("an *offer* from Lagos of talks")."""
    before = scopes.hangs_on.get(group.head)
    for _ in range(_CLIMB):
        if before is None:
            return None
        if (cue := _cues("noun").get(head_of(sentence, before))) is not None:
            return cue.status
        before = scopes.hangs_on.get(before.head)
    return None


def of_clause(clause: Clause, sentence: Sentence) -> str:
    """The status of what a clause's verb says."""
    if clause.negated or _has_no_subject(clause, sentence):
        return "denied"
    if (
        clause.relation == "that"
        and clause.parent is not None
        and clause.parent.lemma not in words("reporting")
    ):
        status = _governed_by_verb(clause, clause.parent, sentence, default=None, kinds=_TAKEN_BACK)
        if status is not None:
            return status
    if clause.modal is not None:
        return _modal(clause)
    if clause.marker is not None and clause.relation == "adverbial":
        cue = _cues("subordinator").get(clause.marker)
        if cue is not None:
            return cue.status
        if clause.marker in words("awaiting") and clause.tense == "present" and not clause.progressive:
            return "planned"  # "until its demands *are* met": not yet
    if clause.relation in ("to", "colon") or (clause.relation == "conj" and clause.form == "infinitive"):
        return _embedded(clause, sentence)
    if clause.relation == "ing" and clause.marker is not None and clause.parent is not None:
        return _governed_by_verb(clause, clause.parent, sentence, default=None) or _gerund(clause, sentence)
    adverb = _adverb(clause, sentence)
    if adverb is not None:
        return adverb
    if clause.progressive and clause.tense == "present" and not clause.passive:
        return "ongoing"
    return "actual"


def _has_no_subject(clause: Clause, sentence: Sentence) -> bool:
    """ "*No country* recognised it", "*none of* the rebels surrendered"."""
    subject = clause.subject
    return subject is not None and sentence.words[subject.first].lower in words("nobody")


def _gerund(clause: Clause, sentence: Sentence) -> str:
    """ "accused of backing", "without consulting", "for shelling": a fact, unless a negation governs it."""
    if clause.marker in ("without", "instead of", "rather than"):
        return "denied"
    noun = clause.antecedent
    if noun is not None and (cue := _cues("noun").get(sentence.words[noun.head].lemma)) is not None:
        return cue.status
    return "actual"


def _modal(clause: Clause) -> str:
    assert clause.modal is not None
    if clause.modal == "would" and is_reported(clause):
        return "planned"  # "said it would withdraw": the future of a past
    if clause.modal in ("'ll", "’ll", "wo"):
        return "planned"
    if clause.modal in ("could", "can") and clause.perfect is False and clause.tense == "past":
        return "hypothetical"
    cue = _cues("modal").get(clause.modal)
    return cue.status if cue is not None else "actual"


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
        return clause.marker in words("idle") and match.outer is None
    outer = match.outer
    if outer is not None and (outer.effect or outer.light):
        return False
    return _cue_over(clause, match.sentence) is None and not _is_singled_out(clause, match.sentence)


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
            return _cues("noun")[head]
    parent = clause.parent
    cue = _verb_cue(parent, sentence) if parent is not None else None
    if cue is None or parent is None or parent.object in (None, clause.subject) or cue.status not in _OWN:
        return cue
    return None  # "continued its strike *to demand* reforms"


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


def _embedded(clause: Clause, sentence: Sentence) -> str:
    """An infinitive has the status that the verb, adjective or noun before it gives; else it is an aim."""
    parent = clause.parent
    for group in _nouns_over(clause):
        if (cue := _cues("noun").get(head_of(sentence, group))) is not None:
            return cue.status
    if parent is None:
        return "planned"
    if _is_singled_out(clause, sentence):
        return of_clause(parent, sentence)
    if clause.relation == "conj":
        return of_clause(parent, sentence)
    if clause.relation == "colon":
        noun = sentence.words[parent.object.head].lemma if parent.object is not None else ""
        return _cues("noun")[noun].status if noun in _cues("noun") else "requested"
    return _governed_by_verb(clause, parent, sentence, default="planned") or "planned"


def _above(group: NounGroup, clause: Clause | None) -> list[NounGroup]:
    """The nouns of the clause that ``group`` hangs on ("*pressure* for months to …")."""
    if clause is None:
        return []
    nouns = [g for g in (clause.object, *(p.group for p in clause.preps)) if g is not None]
    return [noun for noun in nouns if any(prep.group is group for prep in chain(noun))]


def _governed_by_verb(
    clause: Clause,
    parent: Clause,
    sentence: Sentence,
    *,
    default: str | None,
    kinds: tuple[str, ...] = (),
) -> str | None:
    cue = _verb_cue(parent, sentence)
    if cue is None or (kinds and cue.status not in kinds):
        return default
    if cue.status in ("actual", "ongoing"):
        above = of_clause(parent, sentence)
        return cue.status if above == "actual" else above
    if cue.status == "denied" and parent.negated:
        return "actual"
    return cue.status


def _verb_cue(parent: Clause, sentence: Sentence) -> Cue | None:
    if parent.predicate is not None:
        return _cues("verb").get(f"be {sentence.words[parent.predicate].lemma}")
    own = _cues("verb").get(f"be {sentence.words[parent.verb].lower}") if parent.passive else None
    return own or _cues("verb").get(parent.lemma)


def _adverb(clause: Clause, sentence: Sentence) -> str | None:
    for word in sentence.words[max(0, clause.verb_first - 1) : clause.verb_last + 2]:
        if word.tag == "RB" and (cue := _cues("adverb").get(word.lower)) is not None:
            return cue.status
    return None
