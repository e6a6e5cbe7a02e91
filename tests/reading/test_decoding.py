"""Which encoding bytes are in."""

from __future__ import annotations

import pytest

from dateline.reading.text import DecodeError, decode

QUOTED = "The minister’s “plan” was rejected – again – in Bogotá and in São Paulo.\r\n"
ACCENTED = "César Gaviria met the rebels of Córdoba; the government of Perú kept silent on the matter."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (QUOTED.encode("utf-8"), "utf-8"),
        (QUOTED.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + QUOTED.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + QUOTED.encode("utf-16-be"), "utf-16-be"),
        (QUOTED.encode("utf-16-le"), "utf-16-le"),
        (QUOTED.encode("utf-16-be"), "utf-16-be"),
        (QUOTED.encode("cp1252"), "windows-1252"),
        (QUOTED.encode("mac_roman"), "macintosh"),
    ],
)
def test_typographic_text_is_decoded(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (QUOTED, encoding)


def test_accents_alone_are_latin_1() -> None:
    decoded = decode(ACCENTED.encode("latin-1"))
    assert (decoded.text, decoded.encoding) == (ACCENTED, "iso-8859-1")


def test_damaged_utf_8_is_not_taken_for_another_encoding() -> None:
    data = f"First line.\n{QUOTED}".encode().replace("ã".encode(), b"\xc3")
    with pytest.raises(DecodeError, match=r"damaged UTF-8 at byte \d+ \(line 2\)"):
        decode(data)


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xef\xbb\xbf\xff\xff", bytes(range(128, 256)) * 8])
def test_what_no_encoding_explains_is_undecodable(data: bytes) -> None:
    with pytest.raises(DecodeError, match="cannot be decoded"):
        decode(data)


def test_a_stray_control_character_is_no_binary_file() -> None:
    text = "A soft hyphen came over from a PDF\x02. " + "The line goes on. " * 20
    assert decode(text.encode()).text == text
