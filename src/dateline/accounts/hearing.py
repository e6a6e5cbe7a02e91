"""Who is heard in which article, and which article speaks of another one's author or publisher."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.accounts.same import is_one_person
from dateline.checks.record.matching import has_words, is_proper
from dateline.checks.scene import Scene
from dateline.extract import gazetteer
from dateline.records import Entity, Statement

_SET_APART = re.compile(r"\([^()]*\)")


class Said(NamedTuple):
    """A statement in one article: what is said, as it says it, and how it is given."""

    article: str
    speaker: str
    statement: Statement
    sentence: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted or reported, with all that each article has him say."""

    name: str
    country: str | None
    said: tuple[Said, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.article for one in self.said))


class Naming(NamedTuple):
    """A sentence in which one article names another's author or publisher."""

    article: str
    other: str
    name: str
    sentence: str
    start: int


def speakers(scenes: Mapping[str, Scene]) -> list[Speaker]:
    """Those whose voice is heard, by name; one who is heard in several articles is one. The most heard first.

    Sources that are nobody in particular ("reports", "officials") are not among them.
    """
    held: list[tuple[Entity, list[Said]]] = []
    by_surname: dict[str, list[int]] = {}
    for article, scene in scenes.items():
        for statement in scene.statements:
            entity = scene.get(statement.source_id)
            if not isinstance(entity, Entity) or not entity.name:
                continue
            last = _last(entity.name)
            known = [i for i in by_surname.get(last, ()) if _is_one(held[i][0], entity)]
            if not known:
                by_surname.setdefault(last, []).append(len(held))
                known = [len(held)]
                held.append((entity, []))
            sentence = scene.sentence(statement)
            words = " ".join((sentence.text or "").split()) if sentence is not None else ""
            held[known[0]][1].append(Said(article, entity.name, statement, words))
    found = [Speaker(_fullest(entity, said), entity.country, tuple(said)) for entity, said in held]
    return sorted(found, key=lambda one: (-len(one.articles), -len(one.said), one.name))


def _last(name: str) -> str:
    return name.casefold().split()[-1] if name.split() else ""


def _fullest(entity: Entity, said: Sequence[Said]) -> str:
    names = [one.speaker for one in said]
    return max(names, key=lambda name: (len(name), name)) if entity.kind == "person" else names[0]


def _is_one(one: Entity, other: Entity) -> bool:
    if None not in (one.country, other.country) and one.country != other.country:
        return False
    if one.kind == other.kind == "person" and is_proper(one.name or "") and is_proper(other.name or ""):
        return is_one_person(one.name or "", other.name or "")
    return (one.name or "").casefold() == (other.name or "").casefold()


def namings(scenes: Mapping[str, Scene]) -> list[Naming]:
    """Each sentence in which an article names another one's author, publisher or series, in text order."""
    called = {article: _called(scene) for article, scene in scenes.items()}
    found = []
    for article, scene in scenes.items():
        own = set(called[article])
        for sentence in scene.sentences:
            if sentence.role not in ("headline", "standfirst", "body"):
                continue
            words = " ".join((sentence.text or "").split())
            for other, names in called.items():
                name = next((name for name in names if name not in own and has_words(words, name)), None)
                if other != article and name is not None:
                    found.append(Naming(article, other, name, words, sentence.start or 0))
    return found


def _called(scene: Scene) -> list[str]:
    """The author's full name and what its publisher and series go by, without remarks in brackets."""
    if not scene.articles:
        return []
    row = scene.articles[0]
    names = [name for name in authors(row.author) if len(name.split()) > 1]
    for part in re.split(r"\s*[,;:–—]\s*", f"{_plain(row.publisher)}; {_plain(row.series)}"):
        words = [word for word in part.split() if not any(map(str.isdigit, word))]
        names += [word for word in words if len(word) > 2 and word.isupper()]
        if len(words) > 1 and is_proper(" ".join(words)):
            names.append(" ".join(words))
    return [name for name in dict.fromkeys(names) if gazetteer.country_of(name) is None]


def authors(names: str | None) -> list[str]:
    """The names in a by-line, without remarks in brackets; an empty one where there is none."""
    return re.split(r"\s*(?:,|;|&|\band\b)\s*", _plain(names))


def _plain(value: str | None) -> str:
    return " ".join(_SET_APART.sub(" ", value or "").split())
