"""What `read` takes and refuses, and what the article then knows of the file."""

from __future__ import annotations

import hashlib
import pickle
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.reading import LARGEST, from_text, read

ARTICLE = Path(__file__).parents[2] / "data/articles/2011-04-25_ashraf_us-pakistan.txt"
TEXT = "The ministers met in Oslo on Friday. They agreed on a truce and on nothing else.\n"


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.txt") == "no such file"


def test_a_directory_is_no_article(tmp_path: Path) -> None:
    folder = tmp_path / "articles.txt"
    folder.mkdir()
    assert refusal(folder) == "a directory, not a file"


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
def test_a_file_without_text_is_empty(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "blank.txt"
    file.write_bytes(data)
    assert refusal(file).startswith("empty: ")


def test_ten_megabytes_are_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"a" * LARGEST)
    assert len(read(file).text) == LARGEST
    file.write_bytes(b"a" * (LARGEST + 1))
    assert refusal(file) == "too large: 10,000,001 bytes, at most 10 MB are read"


def test_an_unknown_format_names_those_that_are_read(tmp_path: Path) -> None:
    file = tmp_path / "article.odt"
    file.write_text(TEXT)
    reason = refusal(file)
    assert reason.startswith("unknown format .odt; ")
    assert ".txt" in reason and ".md" in reason


def test_a_suffix_is_read_in_capitals_too(tmp_path: Path) -> None:
    file = tmp_path / "ARTICLE.TXT"
    file.write_text(TEXT)
    assert read(file).text == TEXT


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"a\0b", bytes(range(1, 128)) * 4])
def test_a_binary_file_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "picture.txt"
    file.write_bytes(data)
    assert refusal(file).startswith("a binary file, not text")


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "dos.txt"
    file.write_bytes(b"Peace Talks Resume\r\n\r\nDelegates met in Oslo on Friday.\rThey left.\n")
    assert read(file).text == "Peace Talks Resume\r\n\r\nDelegates met in Oslo on Friday.\rThey left.\n"


def test_the_digest_is_of_the_bytes_and_the_source_is_the_name(tmp_path: Path) -> None:
    file = tmp_path / "truce.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    article = read(file)
    assert article.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (article.source, article.encoding, article.text) == ("truce.txt", "utf-8", TEXT)


def test_the_sidecar_overrules_the_text(tmp_path: Path) -> None:
    file = tmp_path / "truce.txt"
    file.write_text("Truce In Oslo\n\nBy Ida Berg\n\nPublished: 4 March 2009\n\n" + TEXT)
    (tmp_path / "truce.toml").write_text('title = "A Truce in Oslo"\npublished = 2009-03-05\n')
    article = read(file)
    assert (article.title, article.author) == ("A Truce in Oslo", "Ida Berg")
    assert (article.published, article.published_basis) == (date(2009, 3, 5), "given")


def test_a_date_in_the_text_is_stated_and_without_one_there_is_none() -> None:
    stated = from_text("Truce In Oslo\n\nPublished: 4 March 2009\n\n" + TEXT)
    assert (stated.published, stated.published_basis) == (date(2009, 3, 4), "stated")
    bare = from_text(TEXT)
    assert (bare.published, bare.published_basis) == (None, "inferred")


def test_from_text_takes_what_is_known() -> None:
    article = from_text(TEXT, title="Oslo", author="Ida Berg", published="2009-03-04", publisher="Dagen")
    assert (article.title, article.author, article.publisher) == ("Oslo", "Ida Berg", "Dagen")
    assert (article.published, article.published_basis, article.source) == (date(2009, 3, 4), "given", None)


@pytest.mark.parametrize(
    "text",
    [
        "Die Minister trafen sich am Freitag in Oslo und einigten sich nicht; was nun wird, ist offen.",
        "Les ministres se sont réunis vendredi à Oslo, et on a dit que la paix est faite.",
        "El gobierno envió a la frontera a los soldados; a pesar de todo no hubo combate.",
        "De ministers waren in Oslo voor overleg, maar het was niet duidelijk of het bestand zou duren.",
        "Министры встретились в Осло в пятницу.",
        "1988 12 45",
    ],
)
def test_what_is_not_english_has_no_language(text: str) -> None:
    assert from_text(text).language is None


def test_a_terse_sentence_is_english() -> None:
    assert from_text(TEXT).language == "en"
    assert from_text("Iraqi President Saddam Hussein arrived in Amman on Wednesday.").language == "en"


def test_an_error_survives_the_way_out_of_a_worker_process() -> None:
    error = pickle.loads(pickle.dumps(InputError("a.toml", "unknown key", 3)))
    assert (str(error), error.path, error.line) == ("a.toml, line 3: unknown key", "a.toml", 3)


def test_the_bundled_article_is_laid_out() -> None:
    article = read(ARTICLE)
    assert article.title == "Strains In US-Pakistan Security Cooperation: Implications For Afghanistan"
    assert (article.genre, article.author, article.language) == ("Analysis", "Sajjad Ashraf", "en")
    assert article.standfirst is not None
    assert article.standfirst.startswith("US-Pakistan cooperation") and article.standfirst.endswith(
        "in Afghanistan."
    )
    assert article.author_note is not None and article.author_note.startswith("The writer, a member of")
    assert (article.published, article.published_basis) == (date(2011, 4, 25), "given")
    assert article.series == "RSIS 63/2011"
    assert [s.heading for s in article.sections] == [None, "Influx of Americans", "Drone Attacks"]
    roles = [block.role for block in article.blocks]
    assert roles[:3] == ["headline", "standfirst", "byline"]
    assert roles[-4:] == ["note", "boilerplate", "boilerplate", "boilerplate"]
    assert roles.count("body") == 11
