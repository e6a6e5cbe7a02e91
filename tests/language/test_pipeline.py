"""A trained spaCy pipeline put in place of the built-in tags; the one used here is trained in the test."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner
from spacy.language import Language
from spacy.training import Example

import dateline
from dateline import language
from dateline.cli import main
from dateline.errors import InputError
from dateline.language.pipeline import load

# "benches" carries a tag here that no word list gives it, to tell whose tags were taken.
TAGGED = [
    ("The ministry summoned the envoy .", "DT NN VBD DT NN ."),
    ("The army shelled the port .", "DT NN VBD DT NN ."),
    ("Troops benches the town .", "NNS VBD DT NN ."),
    ("Rebels benches the port on Monday .", "NNS VBD DT NN IN NNP ."),
    ("The envoy left .", "DT NN VBD ."),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    spacy.util.fix_random_seed(0)
    made = spacy.blank("en")
    made.add_pipe("tagger")
    examples = [
        Example.from_dict(made.make_doc(text), {"words": text.split(), "tags": tags.split()})
        for text, tags in TAGGED
    ]
    made.initialize(lambda: examples)
    for _ in range(30):
        made.update(examples)
    return made


def tags_of(text: str, nlp: Language | None) -> list[str]:
    (sentence,) = language.read(dateline.from_text(text), nlp).sentences
    return [word.tag for word in sentence.words]


def test_the_tags_are_the_pipelines(nlp: Language) -> None:
    text = "Troops benches the town."
    assert tags_of(text, None)[1] == "NNS"
    assert tags_of(text, nlp)[1] == "VBD"


def test_a_retagged_word_has_the_lemma_of_its_new_tag(nlp: Language) -> None:
    (sentence,) = language.read(dateline.from_text("The army shelled the port."), nlp).sentences
    assert [w.lemma for w in sentence.words if w.tag == "VBD"] == ["shell"]


def test_words_that_the_pipeline_cuts_otherwise_keep_their_own_tags(nlp: Language) -> None:
    text = "The Saudi-led army shelled the port."
    assert "Saudi-led" in [
        w.text for s in language.read(dateline.from_text(text), nlp).sentences for w in s.words
    ]
    assert tags_of(text, nlp)[1] == tags_of(text, None)[1]


def test_the_tables_of_a_pipeline_keep_the_contract(nlp: Language) -> None:
    article = dateline.from_text("The army shelled the port. The ministry summoned the envoy.")
    tables = dateline.parse(article, pipeline=nlp)
    tables.validate()
    assert list(tables.events["trigger"]) == ["shelled", "summoned"]


def test_sentence_ids_do_not_depend_on_the_pipeline(nlp: Language) -> None:
    article = dateline.from_text("The army shelled the port. The envoy left.")
    own, given = dateline.parse(article), dateline.parse(article, pipeline=nlp)
    assert list(own.sentences["sentence_id"]) == list(given.sentences["sentence_id"])


def test_a_pipeline_without_a_tagger_is_refused() -> None:
    with pytest.raises(InputError, match="en_pipeline: it gives no tags"):
        dateline.parse(dateline.from_text("The envoy left."), pipeline=spacy.blank("en"))


def test_tags_of_another_scheme_are_refused() -> None:
    made = spacy.blank("en")
    made.add_pipe("tagger").add_label("VVFIN")
    made.initialize()
    with pytest.raises(InputError, match="'VVFIN' is no Penn Treebank tag"):
        dateline.parse(dateline.from_text("The envoy left."), pipeline=made)


@pytest.fixture
def saved(nlp: Language, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "pipeline"
    nlp.to_disk(folder)
    yield folder


def test_the_command_line_takes_a_pipeline_by_name_or_folder(saved: Path, tmp_path: Path) -> None:
    article = tmp_path / "note.txt"
    article.write_text("The army shelled the port.", "utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["parse", str(article), "--out", str(out), "--pipeline", str(saved)])
    assert result.exit_code == 0, result.output
    assert (out / "events.csv").exists()


def test_a_pipeline_that_is_not_there_is_named(tmp_path: Path) -> None:
    article = tmp_path / "note.txt"
    article.write_text("The army shelled the port.", "utf-8")
    arguments = ["parse", str(article), "--out", str(tmp_path / "out"), "--pipeline", "en_no_such"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "en_no_such: no such spaCy pipeline is installed here" in result.output


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "de")
    with pytest.raises(InputError, match="a pipeline of language 'de'"):
        load(str(tmp_path / "de"))


def test_spacy_is_not_imported_where_no_pipeline_is_given() -> None:
    code = "import sys, dateline as d; d.parse(d.from_text('Rebels fled.')); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
