"""From bytes to text, for files of plain text: which encoding, and whether it is text at all.

A byte order mark decides; then UTF-8, which random bytes hardly ever are; then UTF-16, which
English text shows by a zero in every other byte. What is left is one of the one-byte encodings,
which cannot be told apart for certain: charset-normalizer says which of them give plausible words,
and Windows-1252 wins a tie, for it is what most English text of that kind was written in.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = "cp1252"
#: What an English text that is not Unicode may have been written in.
_ONE_BYTE = [_WESTERN, "latin_1", "mac_roman", "cp1250", "cp1251", "cp1254"]
_NAMES = {"cp1252": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251"}
_NAMES |= {"cp1254": "windows-1254", "mac_roman": "macintosh"}

# Control characters that plain text does not have. Tab, line ends, form feed, and the end-of-file
# mark of DOS (0x1A) are not among them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_C1 = re.compile(rb"[\x80-\x9f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class DecodeError(ValueError):
    """The bytes are no text; the message is the reason, for the caller knows the file."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, and the name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text in ``data``, line ends as they are. Raises DecodeError for what is binary or undecodable."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding), encoding)
    if b"\0" in data:
        encoding = _sixteen_bits(data)
        if encoding is None:
            raise DecodeError("a binary file, not text (it contains NUL bytes)")
        return _checked(_strictly(data, encoding), encoding)
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _one_byte(data, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodeError(f"cannot be decoded: not {encoding.upper()} at byte {error.start}") from None


def _checked(text: str, encoding: str) -> Decoded:
    controls = 0 if _CONTROL.search(text) is None else len(_CONTROL.findall(text))
    # A stray control character comes with text copied out of a PDF; a share of them does not.
    if "\0" in text or controls * 100 > len(text):
        raise DecodeError("a binary file, not text (it contains control characters)")
    return Decoded(text, encoding)


def _sixteen_bits(data: bytes) -> str | None:
    """Which UTF-16 has its zeros where ``data`` has them, if any.

    A code unit of Western text has a zero high byte; only quotation marks, dashes and the like have not.
    """
    if len(data) % 2:
        return None
    units = len(data) // 2
    first, second = data[::2].count(0), data[1::2].count(0)
    if first == 0 and second * 2 > units:
        return "utf-16-le"
    if second == 0 and first * 2 > units:
        return "utf-16-be"
    return None


def _one_byte(data: bytes, error: UnicodeDecodeError) -> Decoded:
    sequences = _UTF8_SEQUENCE.findall(data)
    stray = len(_HIGH.findall(data)) - sum(map(len, sequences))
    if len(sequences) > stray:
        # Damaged UTF-8. Read as anything else, it would be a text of "â€™" that nobody wrote.
        line = data.count(b"\n", 0, error.start) + 1
        raise DecodeError(f"cannot be decoded: damaged UTF-8 at byte {error.start} (line {line})")

    from charset_normalizer import from_bytes  # here, for a UTF-8 text need not pay for it

    matches = {match.encoding: match for match in from_bytes(data, cp_isolation=_ONE_BYTE)}
    if not matches:
        raise DecodeError("cannot be decoded: no encoding gives readable text (save it as UTF-8)")
    best = min(matches.values(), key=lambda match: match.chaos)
    likeliest = [match for match in matches.values() if match.chaos <= best.chaos]
    if any(_WESTERN in match.could_be_from_charset for match in likeliest):
        # Where the two agree, the older and smaller one explains the bytes.
        western = "latin-1" if not _C1.search(data) else _WESTERN
        return _checked(_strictly(data, western), "iso-8859-1" if western == "latin-1" else _NAMES[western])
    return _checked(_strictly(data, best.encoding), _NAMES.get(best.encoding, best.encoding))
