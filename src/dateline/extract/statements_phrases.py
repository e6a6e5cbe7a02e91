"""Phrases that report: "according to the ministry", before, behind or within what it says.

For the statements.
"""

from __future__ import annotations

from dateline.extract.contents_ends import trim
from dateline.extract.statements_rows import Said
from dateline.extract.statements_scene import Scene
from dateline.language.document import NounGroup


def phrases(scene: Scene) -> list[Said]:
    """ "according to X", before, behind or within what X says."""
    lowers, found = [word.lower for word in scene.sentence.words], []
    for i, lower in enumerate(lowers):
        if lower not in scene.cues.openings:
            continue
        pair = tuple(lowers[i : i + 2])
        for phrase in scene.cues.phrases.get(pair, ()):
            end = i + len(phrase)
            if tuple(lowers[i:end]) != phrase:
                continue
            group = next((g for g in scene.sentence.groups if g.first == end), None)
            if group is not None and (content := told_by(scene, i, group)) is not None:
                found.append(Said((i, end - 1), group, content))
    return found


def told_by(scene: Scene, cue: int, group: NounGroup) -> tuple[int, int] | None:
    """What stands before or behind "according to X"."""
    words, end = scene.sentence.words, group.reach()
    if group.apposed is not None:
        end = max(end, group.apposed.last)
    if cue == 0 or (words[cue - 1].tag in ("CC", '"') and cue == 1):
        commas = [w.i for w in words[end + 1 :] if w.tag == ","]
        if len(commas) > 1 and all(w.tag in ("NNP", "NNPS") for w in words[commas[0] + 1 : commas[1]]):
            del commas[0]  # "the team's coach, Ann Lee, …"
        if not commas:
            commas = [end]
        comma = commas[0]
        if any(end < c.verb_first < comma and c.form == "finite" for c in scene.sentence.clauses):
            comma = end  # no comma behind the source
        return trim(scene, comma + 1, len(words) - 1)
    rest = [w for w in words[end + 1 :] if w.text[0].isalnum()]
    first = next((w.i + 1 for w in reversed(words[:cue]) if w.text == ";"), 0)
    if rest and words[min(end + 1, len(words) - 1)].tag == ",":
        return trim(scene, first, len(words) - 1)
    return trim(scene, first, cue - 1)
