"""From which office an author looks at the matter, as far as the note on him says: for the card.

A former ambassador of one side is a witness and a party. The note is searched for an office, or a public
service, beside the name of a side; what it is an office *to* ("ambassador to Peru") is not whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline import wording
from dateline.codebook import derived, rows
from dateline.tables import Tables
from dateline.wording import text

_OFFICES = ("title", "sector", "use")
_COUNTRIES = ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region")
_PUBLIC = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP", "ELI"})
_SERVICES = (
    *(
        "foreign service",
        "civil service",
        "diplomatic service",
        "intelligence service",
        "administrative service",
    ),
    *(
        "army",
        "navy",
        "air force",
        "marine corps",
        "ministry",
        "diplomat",
        "official",
        "army officer",
        "officer",
    ),
)
# Words that end the noun group behind a country's name; those before it that make it a subject or a place.
_ENDS = r"(?!(?:and|or|but|was|is|has|had|who|where|which|in|on|at|to|for|as|the|a|an|by|from|with)\b)"
_ABOUT = re.compile(
    r"\b(?:to|at|on|about|against|with|between|(?:historian|histor(?:y|ies)|student|scholar|expert|study|"
    r"studies|specialist|analyst|professor|critic|observer|book|books) (?:of|on))(?: the| a)?$"
)


@derived
def _offices() -> re.Pattern[str]:
    """Offices of a state, and its services, as a note words them."""
    forms = {
        form
        for row in rows("offices", _OFFICES)
        if row["sector"] in _PUBLIC and row["use"] in ("office", "both")
        for form in row["title"].split("|")
        if len(form) > 3
    }
    longest = sorted((form.casefold() for form in forms | {*_SERVICES}), key=lambda form: (-len(form), form))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})s?\b")


@derived
def _names() -> dict[str, tuple[str, ...]]:
    """The names and adjectives of each country."""
    return {
        row["iso3"]: tuple(
            filter(None, [row["name"], *row["aliases"].split("|"), *row["adjectives"].split("|")])
        )
        for row in reversed(rows("countries", _COUNTRIES))
    }


def standing(tables: Tables, sides: Sequence[str], focus: str | None = None) -> str:
    """Whose office the author holds or held: a side's, or that of the country the argument is about.

    Empty where the note on the author tells of none.
    """
    if tables.articles.empty:
        return ""
    told = text(tables.articles["author_note"].iloc[0])
    served = [code for code in sides if told and _served(told, code)]
    if len(served) > 1:
        return f"has held office for {wording.listing(map(wording.the_country, served))}, the two sides"
    if served:
        return (
            f"has held office for {wording.the_country(served[0])}, one of the two sides: what that side "
            "does and why may be told here from close by, what the other does from outside"
        )
    if told and focus and _served(told, focus):
        return f"has held office for {wording.the_country(focus)}, which the argument is about"
    return ""


def _served(told: str, code: str) -> bool:
    names = "|".join(map(re.escape, sorted(_names().get(code, ()), key=len, reverse=True)))
    if not names:
        return False
    office = _offices()
    for match in re.finditer(rf"\b(?:{names})(?:['’]s?)?(?P<behind>(?: {_ENDS}[\w-]+){{0,4}})", told):
        before = told[: match.start()].casefold().rstrip()
        if re.search(rf"{office.pattern} (?:of|for)(?: the)?$", before):
            return True
        if not _ABOUT.search(before) and office.search(match["behind"].casefold()):
            return True
    return False
