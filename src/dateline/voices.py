"""Whose voice is heard: what each speaker is quoted or reported as saying, and what stands in the author's
own."""

from __future__ import annotations

import pandas as pd

from dateline.excerpts import each
from dateline.ledger import country_of, names, party
from dateline.tables import Tables
from dateline.wording import missing, text

NOBODY = "nobody named"
READ = ("headline", "standfirst", "body")


def speakers(tables: Tables) -> pd.DataFrame:
    """``speaker, country, named, direct, mixed, indirect, total``: statements by speaker, the most heard
    first.

    ``named``: whether the speaker is somebody, rather than "reports" or nobody at all.
    """
    known = names(tables)
    countries = country_of(tables)
    rows = [
        {
            "speaker": party(known, s.source_id, s.source_text, None) or NOBODY,
            "country": text(countries.get(s.source_id)),
            "named": not missing(s.source_id),
            "type": text(s.type),
        }
        for s in each(tables.statements)
    ]
    columns = ["speaker", "country", "named", "direct", "mixed", "indirect", "total"]
    if not rows:
        return pd.DataFrame(columns=columns)
    found = (
        pd.DataFrame(rows)
        .groupby(["speaker", "country", "named"], sort=True)["type"]
        .value_counts()
        .unstack(fill_value=0)
    )
    found = found.reindex(columns=["direct", "mixed", "indirect"], fill_value=0).reset_index()
    found["total"] = found[["direct", "mixed", "indirect"]].sum(axis=1)
    found = found.sort_values(
        ["named", "total", "speaker"], ascending=[False, False, True], ignore_index=True
    )
    found.columns.name = None
    return found[columns]


def sentences(tables: Tables) -> tuple[int, int, int]:
    """How many sentences are read, in how many somebody speaks, and in how many of these nobody named
    does."""
    read = tables.sentences.loc[tables.sentences["role"].isin(READ), "sentence_id"]
    said = tables.statements[tables.statements["sentence_id"].isin(read)]
    unnamed = said[said["source_id"].isna()]
    return len(read), said["sentence_id"].nunique(), unnamed["sentence_id"].nunique()
