"""What a text tells only in passing: it says who or what something is, and is no row of its own.

For ``events``, once the roles and the date of a match are known. A participle that singles
something out ("the curfew *imposed* in May", "inspectors *probing* sites"), a measure in force
("removing the *sanctions* on Burma") and a condition about nobody in particular name events that
the reader is taken to know. They are told as events where the text adds who did it, to whom, when
or with what result.
"""

from __future__ import annotations

from dateline.extract.dating import Dated
from dateline.extract.matching import Match, words
from dateline.extract.roles import Party
from dateline.language.document import NounGroup

_BESIDE = frozenset({"relative", "reduced", "adverbial"})  # clauses that tell what else there is to say
_DATED = frozenset({"stated", "resolved"})
_SPOKEN = frozenset({"REQUEST", "REJECT", "THREATEN", "PROTEST"})  # "miners *demanding* better wages"
_WRITING = ("publisher", "author")  # slots of whose a document is ("a statement *condemning* …")
_STANDING = frozenset(
    {"SUPPORT", "COOPERATE", "SANCTION", "CONSULT", "AID", "AGREE"}
)  # that last, once begun


def is_in_passing(
    match: Match, sources: list[Party], targets: list[Party], dated: Dated | None, has_casualties: bool
) -> bool:
    """Whether nothing is told of it but that somebody or something is known by it."""
    clause = match.clause
    if clause is None or has_casualties:
        return False
    is_dated = dated is not None and dated.basis in _DATED
    bare = match.is_noun and not match.light
    if clause.marker in words("open_condition") and clause.relation == "adverbial":
        return (not sources and not bare) or (bare and not (sources and targets) and not is_dated)
    if bare:
        return not is_dated and _is_in_force(match, sources, targets)
    told = clause
    while told.relation == "to" and told.parent is not None:
        told = told.parent  # "the team *trying to broker* a truce"
    if told.relation == "reduced" and not is_dated and match.outer is None:
        if clause.passive:
            return not sources and _is_beside(match, clause.antecedent)
        is_spoken = match.event_type in _SPOKEN or any(p.slot.endswith(_WRITING) for p in sources)
        if told.form == "ing" and not targets and not is_spoken:
            return True
    return not sources and clause.relation in _BESIDE and all(is_anybody(match, party) for party in targets)


def _is_beside(match: Match, noun: NounGroup | None) -> bool:
    """Whether the participle follows its noun without a comma, which would tell of something more."""
    assert match.clause is not None
    if noun is None or match.clause.verb_first != noun.last + 1:
        return False
    others = match.scopes.subjects.get(noun.head, ())
    if any(other is not match.clause for other in others):
        return True
    return noun.head in match.scopes.objects or noun.head in match.scopes.phrases


def _is_in_force(match: Match, sources: list[Party], targets: list[Party]) -> bool:
    """A treaty, talks or sanctions that somebody is named with, and of which the sentence tells nothing."""
    group = match.group
    if group is None or match.event_type not in _STANDING or (sources and targets) or match.outer is not None:
        return False
    if match.first != group.head or (match.frame.target == ("none",) and sources):
        return False
    return group.head not in match.scopes.subjects


def is_anybody(match: Match, party: Party) -> bool:
    """Whether it is people without a name or a country."""
    is_name = match.sentence.words[party.group.head].tag in ("NNP", "NNPS")
    return party.country is None and party.entity.kind in ("group", "person") and not is_name
