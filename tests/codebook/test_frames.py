"""The event codebook agrees with itself and with the code lists it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.codebook import CodebookError, rows, values
from dateline.codebook import frames as loader
from dateline.codebook.codes import read_code_of, words_of
from dateline.codebook.frames import Constraint, Frames, NounFrame, VerbFrame, load

TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
# CAMEO 044, "meet at a third location": no wording by itself tells that a place is neither side's.
NOT_COVERED = {("CONSULT", "third-party")}
# Second words of verb lemmas: particles, and prepositions that the verb is bound to.
PARTICLES = {
    *(
        "ablaze",
        "about",
        "accountable",
        "across",
        "alight",
        "along",
        "amok",
        "apart",
        "ashore",
        "aside",
        "at",
        "away",
        "back",
        "by",
        "captive",
        "down",
        "free",
        "go",
        "guilty",
        "home",
        "jointly",
        "loose",
        "packing",
        "persona",
        "prisoner",
        "silent",
        "together",
        "unwelcome",
    ),
    *(
        "dead",
        "down",
        "fire",
        "for",
        "forward",
        "free",
        "from",
        "hostage",
        "in",
        "into",
        "off",
        "on",
        "out",
        "over",
    ),
    *("responsible", "through", "to", "together", "up", "upon", "with", "against", "after", "behind", "of"),
    *("around", "open", "under"),
    *("angrily", "coldly", "furiously", "no", "sharply", "sorry", "strongly", "yes"),  # what is said, and how
}


@pytest.fixture(scope="module")
def frames() -> Frames:
    return load()


def verb_frames(frames: Frames) -> Iterator[VerbFrame]:
    for found in frames.verbs.values():
        yield from found


def noun_frames(frames: Frames) -> Iterator[NounFrame]:
    for found in frames.nouns.values():
        yield from found


def implied(wide: Constraint, narrow: Constraint) -> bool:
    """Whether every noun group that meets ``narrow`` meets ``wide``."""
    if wide.kind == "any" or wide == narrow:
        return True
    if wide.kind == "some":
        return narrow.kind == "match"
    if wide.kind != "match" or narrow.kind != "match":
        return False
    actor = wide.actor or not narrow.actor
    return narrow.words <= wide.words and actor and (wide.place or wide.actor or not narrow.place)


def shadows(first: VerbFrame, second: VerbFrame) -> bool:
    """Whether ``first``, which is tried before ``second``, takes all that ``second`` could take."""
    if first.particle not in (None, second.particle) or not implied(first.object, second.object):
        return False
    if first.complement not in ("", second.complement):
        return False
    if first.reciprocal and first.object.kind == "none" and not second.reciprocal:
        return False  # it wants more than one to do it
    if first.complement_types and not (
        second.complement_types and second.complement_types <= first.complement_types
    ):
        return False
    return not first.preps or (
        bool(second.preps)
        and all(
            any(mine == theirs and implied(one, other) for mine, one in first.preps)
            for theirs, other in second.preps
        )
    )


def test_every_plover_type_has_verb_frames_and_noun_frames(frames: Frames) -> None:
    assert {event_type for event_type, _ in frames.modes} == set(TYPES)
    assert {frame.event_type for frame in verb_frames(frames)} - {""} == set(TYPES)
    assert {frame.event_type for frame in noun_frames(frames)} - {""} == set(TYPES)


def test_every_plover_mode_can_be_given(frames: Frames) -> None:
    given = {(f.event_type, f.event_mode or "") for f in (*verb_frames(frames), *noun_frames(frames))}
    given |= {(c.event_type, c.event_mode or "") for c in frames.compositions.values()}
    assert {pair for pair in frames.modes if pair not in given and pair[1]} == NOT_COVERED


def test_codes_have_the_goldstein_values_of_the_published_scale(frames: Frames) -> None:
    assert {code: frames.codes[code].goldstein for code in ("057", "0874", "130", "163", "190", "1211")} == {
        "057": 8.0,
        "0874": 10.0,
        "130": -4.4,
        "163": -8.0,
        "190": -10.0,
        "1211": -4.0,
    }


def test_a_code_without_published_goldstein_value_has_its_parents(frames: Frames) -> None:
    noted = [r for r in rows("cameo", loader_columns()) if "no Goldstein value" in r["reference"]]
    assert {r["code"]: r["goldstein"] for r in noted} == {
        "155": "-7.2",
        "176": "-7.0",
        "1834": "-10.0",
        "1951": "-10.0",
        "1952": "-10.0",
    }


def loader_columns() -> tuple[str, ...]:
    return ("code", "name", "goldstein", "quad_class", "event_type", "event_mode", "also", "reference")


def test_only_comments_have_no_plover_type(frames: Frames) -> None:
    untyped = {code for code, entry in frames.codes.items() if not entry.event_type}
    assert untyped == {"01", *(f"01{n}" for n in range(10))}


def test_a_frame_gives_a_mode_that_its_code_may_have(frames: Frames) -> None:
    for frame in (*verb_frames(frames), *noun_frames(frames)):
        if frame.event_type:
            assert (frame.event_type, frame.event_mode or "") in frames.codes[frame.cameo].modes, frame.id


def test_requests_are_typed_alike_whether_they_appeal_or_demand(frames: Frames) -> None:
    for code in ("022", "023", "024", "0253", "026"):
        demand = frames.codes["10" + code[2:]]
        assert (frames.codes[code].event_type, frames.codes[code].event_mode) == (
            demand.event_type,
            demand.event_mode,
        )


def test_no_verb_frame_is_hidden_behind_one_tried_before_it(frames: Frames) -> None:
    hidden = [
        (first.id, second.id, second.verb)
        for found in frames.verbs.values()
        for place, second in enumerate(found)
        for first in found[:place]
        if shadows(first, second)
    ]
    assert hidden == []


def test_no_noun_frame_is_hidden_behind_one_tried_before_it(frames: Frames) -> None:
    hidden = [
        (first.id, second.id, second.noun)
        for found in frames.nouns.values()
        for place, second in enumerate(found)
        for first in found[:place]
        if not first.mods or (second.mods and second.mods <= first.mods)
    ]
    assert hidden == []


def test_the_second_part_of_a_verb_is_a_particle_or_prepositions(frames: Frames) -> None:
    strange = {
        (frame.verb, frame.particle)
        for frame in verb_frames(frames)
        if frame.particle and not set(frame.particle.split()) <= PARTICLES
    }
    assert strange == set()


def test_more_constrained_frames_are_tried_first(frames: Frames) -> None:
    for found in frames.verbs.values():
        weights = [frame.weight for frame in found]
        assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("verb", ["say", "tell", "add", "note", "state", "report", "explain", "describe"])
def test_verbs_of_saying_report_no_event_by_themselves(frames: Frames, verb: str) -> None:
    plain = [
        f
        for f in frames.verbs.get(verb, ())
        if f.event_type and not f.complement and not f.particle and f.object.kind != "match"
    ]
    assert plain == []


@pytest.mark.parametrize(
    "verb",
    [
        *("take", "make", "hold", "move", "leave", "call", "see", "fire", "strike", "hit", "turn", "run"),
        *("pass", "raise", "give", "put", "bring", "set", "get", "keep"),
    ],
)
def test_general_verbs_report_events_only_under_constraints(frames: Frames, verb: str) -> None:
    assert [f.id for f in frames.verbs.get(verb, ()) if f.event_type and not (f.particle or f.weight)] == []


@pytest.mark.parametrize(
    ("outer", "outer_code", "inner_code", "inner_type", "cameo"),
    [
        ("verb:call-for", "020", "0874", "RETREAT", "0256"),  # appeal for a withdrawal
        ("verb:demand", "100", "0841", "RETREAT", "1053"),  # demand a release
        ("verb:demand", "100", "040", "CONSULT", "106"),  # demand a meeting
        ("verb:refuse", "120", "042", "CONSULT", "125"),  # refuse to visit
        ("verb:reject", "120", "0256", "REQUEST", "1246"),  # reject an appeal for a truce
        ("verb:threaten", "130", "163", "SANCTION", "1312"),  # threaten to impose sanctions
        ("verb:threaten", "130", "190", "ASSAULT", "1384"),  # threaten to attack
        ("verb:pledge", "030", "073", "AID", "0333"),  # pledge relief
        ("stopped", "", "163", "SANCTION", "085"),  # lift sanctions
        ("stopped", "", "042", "CONSULT", "161"),  # cancel a visit
        ("stopped", "", "072", "AID", "1622"),  # suspend military aid
        ("stopped", "", "141", "PROTEST", "082"),  # call off a demonstration
        ("stopped", "", "191", "COERCE", "0872"),  # lift a siege
        ("intended", "", "0874", "RETREAT", "0356"),  # will withdraw
        ("intended", "", "1723", "COERCE", "1323"),  # will impose a curfew
        ("verb:say-must", "100", "0841", "RETREAT", "1053"),  # must release
        ("refused", "", "0863", "RETREAT", "1245"),  # will not let relief in
    ],
)
def test_an_outer_frame_and_its_inner_event_are_one_code(
    frames: Frames, outer: str, outer_code: str, inner_code: str, inner_type: str, cameo: str
) -> None:
    found = frames.compose(outer, outer_code, inner_code, inner_type)
    assert found is not None
    assert found.cameo == cameo


def test_what_has_no_composition_composes_to_nothing(frames: Frames) -> None:
    assert frames.compose("verb:condemn", "111", "190", "ASSAULT") is None


def test_a_constraint_names_heads_modifiers_and_both_together() -> None:
    constraint = Constraint("match", False, False, frozenset({"drone", "air strike", "state of emergency"}))
    assert constraint.names("drone")
    assert constraint.names("attack", ["us", "drone"])
    assert constraint.names("strike", ["air"])
    assert constraint.names("state", of=["emergency"])
    assert not constraint.names("strike", ["general"])


def test_light_verbs_and_cues_set_known_statuses(frames: Frames) -> None:
    assert frames.light_verbs["lodge"] == "actual"
    assert frames.light_verbs["call off"] == "stopped"
    assert frames.cues["modal"]["might"].status == "hypothetical"
    assert frames.cues["verb"]["refuse"].status == "denied"
    assert frames.cues["subordinator"]["unless"].status == "hypothetical"


def test_loading_twice_gives_the_same_object() -> None:
    assert load() is load()


def test_an_unknown_class_is_refused_with_file_and_row() -> None:
    with pytest.raises(CodebookError, match=r"verbs\.csv, row 'verb:x': unknown class @nowhere"):
        words_of(["@nowhere"], {}, "verbs", "verb:x")


def test_an_unknown_code_is_refused_with_file_and_row(frames: Frames) -> None:
    row = {"event_type": "ACCUSE", "event_mode": "", "cameo": "999"}
    with pytest.raises(CodebookError, match=r"nouns\.csv, row 'noun:x': unknown CAMEO code '999'"):
        read_code_of(row, frames.codes, "nouns", "noun:x")


def test_a_type_that_its_code_does_not_have_is_refused(frames: Frames) -> None:
    row = {"event_type": "AID", "event_mode": "", "cameo": "190"}
    with pytest.raises(CodebookError, match=r"verbs\.csv, row 'verb:x': AID/ is not what 190 may be"):
        read_code_of(row, frames.codes, "verbs", "verb:x")


def test_an_id_that_stands_twice_is_refused(frames: Frames) -> None:
    cells = loader._Cells("verbs", frames.classes)
    cells.new_id("verb:x")
    with pytest.raises(CodebookError, match=r"verbs\.csv, row 'verb:x': stands twice"):
        cells.new_id("verb:x")


def test_words_of_the_classes_are_lower_case_and_stand_once() -> None:
    for row in rows("classes", ("class", "words", "reference")):
        words = values(row["words"])
        assert list(words) == [word.lower() for word in words]
        assert len(set(words)) == len(words), row["class"]
