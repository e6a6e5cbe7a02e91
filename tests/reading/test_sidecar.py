"""What a sidecar may say, and how its mistakes are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.reading.sidecar import Sidecar, beside, parse

PATH = Path("articles/truce.toml")


def mistake(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse(text.encode(), PATH)
    return str(caught.value)


def test_every_key_may_be_left_out() -> None:
    assert parse(b"", PATH) == Sidecar()


def test_no_file_is_no_mistake(tmp_path: Path) -> None:
    assert beside(tmp_path / "truce.txt") == Sidecar()


@pytest.mark.parametrize("value", ["2009-03-04", '"2009-03-04"', "2009-03-04T10:00:00Z"])
def test_a_date_may_be_quoted_or_have_a_time(value: str) -> None:
    assert parse(f"published = {value}".encode(), PATH).published == date(2009, 3, 4)


def test_an_unknown_key_is_named_with_its_line() -> None:
    told = mistake('title = "Truce"\n\npublised = 2009-03-04\n')
    assert told.startswith("articles/truce.toml, line 3: unknown key `publised`; known are title, ")


def test_a_table_is_an_unknown_key() -> None:
    assert mistake('[article]\ntitle = "Truce"\n').startswith(
        "articles/truce.toml, line 1: unknown key `article`"
    )


def test_a_value_of_another_type_is_named_with_what_would_be_right() -> None:
    assert mistake("# note\nseries = 63\n") == (
        "articles/truce.toml, line 2: key `series`: expected text in quotes, found int 63"
    )


def test_a_date_in_words_is_no_date() -> None:
    assert mistake('published = "4 March 2009"') == (
        "articles/truce.toml, line 1: key `published`: expected a date like 2009-03-04, found '4 March 2009'"
    )


def test_a_day_that_is_not_in_the_calendar_is_named_with_key_and_line() -> None:
    told = mistake('title = "Truce"\npublished = 2009-02-30\n')
    assert told.startswith("articles/truce.toml, line 2: key `published`: not valid TOML: invalid date")


def test_a_syntax_error_is_named_with_key_and_line() -> None:
    told = mistake('title = "Truce"\nauthor = Ida Berg\n')
    assert told.startswith("articles/truce.toml, line 2: key `author`: not valid TOML: ")


def test_an_empty_value_is_better_left_out() -> None:
    assert mistake('title = ""') == "articles/truce.toml, line 1: key `title` is empty: leave the key out"


def test_bytes_that_are_not_utf_8_are_named_with_their_line() -> None:
    with pytest.raises(InputError, match="line 2: not UTF-8"):
        parse(b'title = "Truce"\nauthor = "Jos\xe9"\n', PATH)


def test_a_byte_order_mark_is_allowed() -> None:
    assert parse(b'\xef\xbb\xbftitle = "Truce"', PATH).title == "Truce"
