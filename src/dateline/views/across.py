"""Whose voice is heard across articles, which of them speak of each other, and what they conclude.

For notebook 04; each function takes a :class:`dateline.accounts.Comparison`.
"""

from __future__ import annotations

import pandas as pd

from dateline import focus as focusing
from dateline import voices, wording
from dateline.accounts import Comparison, saying
from dateline.arguments import arguments
from dateline.excerpts import each
from dateline.views import colours
from dateline.views.view import SOFT, Safe, View, join, lines, note, small, table, tag
from dateline.wording import text

_HOW = {"direct": "word for word", "mixed": "partly quoted"}
_KINDS = ("consequence", "prediction", "necessity", "evaluation")
_MOST = 60  # speakers


def heard(comparison: Comparison) -> View:
    """How often each speaker is quoted or reported in each article, and how much the author says himself."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    names = list(comparison.articles)
    sides = comparison.sides()
    shares = {name: voices.sentences(comparison.articles[name]) for name in names}
    own = [join([read - spoken, small(f"of {read} sentences")]) for read, spoken, _ in shares.values()]
    unnamed = [int(comparison.articles[name].statements["source_id"].isna().sum()) for name in names]
    rows: list[list[object]] = [[tag("b", "the author alone"), *own]]
    plain = []
    for one in comparison.speakers[:_MOST]:
        counts = [sum(said.article == name for said in one.said) for name in names]
        rows.append([tag("span", one.name, colours.chip(one.country, sides)), *(n or "" for n in counts)])
        plain.append((one.name, text(one.country), *counts))
    rows.append([small("nobody in particular"), *(n or "" for n in unnamed)])
    data = pd.DataFrame(plain, columns=["speaker", "country", *names])
    heads = ["statements of", *comparison.labels.values()]
    return table(heads, rows, data=data, lead=saying.heard(comparison), label="Who is heard in which article")


def said_by_same(comparison: Comparison) -> View:
    """What speakers who are heard in more than one article are made to say in each."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    common = [one for one in comparison.speakers if len(one.articles) > 1]
    if not common:
        return note("Nobody is quoted or reported in more than one of the articles.")
    sides = comparison.sides()
    rows, plain = [], []
    for one in common:
        first = True
        for said in one.said:
            statement = said.statement
            who = tag("span", one.name, colours.chip(one.country, sides)) if first else Safe("")
            called = small(f"as “{said.speaker}”") if said.speaker != one.name else Safe("")
            how = _HOW.get(text(statement.type), "reported")
            label = comparison.labels[said.article]
            rows.append([who, lines([label, called]), text(statement.cue), text(statement.content), how])
            plain.append((one.name, said.article, text(statement.cue), text(statement.content), how))
            first = False
    data = pd.DataFrame(plain, columns=["speaker", "article", "cue", "content", "how"])
    heads = ["who", "in", "cue", "what is said", "how"]
    widths = ["11em", "8em", "7em", "", "7em"]
    return table(heads, rows, data=data, widths=widths, label="The same speakers in several articles")


def namings(comparison: Comparison) -> View:
    """The sentences in which one article names another one's author or publisher."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    found = comparison.namings
    if not found:
        return note(saying.named(comparison))
    rows = [
        [comparison.labels[one.article], comparison.labels[one.other], _named(one.sentence, one.name)]
        for one in found
    ]
    data = pd.DataFrame(
        [(one.article, one.other, one.name, one.sentence) for one in found],
        columns=["article", "other", "name", "sentence"],
    )
    heads = ["article", "speaks of", "where"]
    lead = saying.named(comparison)
    return table(heads, rows, data=data, lead=lead, widths=["8em", "8em"], label="Articles that name another")


def _named(sentence: str, name: str) -> Safe:
    at = sentence.casefold().find(name.casefold())
    if at < 0:
        return join([sentence])
    end = at + len(name)
    return join([sentence[:at], tag("b", sentence[at:end]), sentence[end:]], "")


def argued(comparison: Comparison, focus: str | None = None) -> View:
    """What each article says follows, by kind; what speaks of the focus stands out."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    place = comparison.focus(focus)
    held: dict[tuple[str, str], list[Safe]] = {}
    plain = []
    for name, tables in comparison.articles.items():
        about = set(focusing.sentences_on(tables, place))
        on = set(tables.implications.loc[tables.implications["sentence_id"].isin(about), "text"])
        for row in each(arguments(tables)):
            here = any(row.text == " ".join(words.split()) for words in on)
            held.setdefault((row.kind, name), []).append(_implication(row, here))
            plain.append((name, row.kind, row.modality, row.voice, here, row.text))
    if not plain:
        return note("None of the articles says what follows.")
    found = [kind for kind in _KINDS if any(kind == key for key, _ in held)]
    rows = [
        [tag("b", kind), *(lines(held.get((kind, name), [])) for name in comparison.articles)]
        for kind in found
    ]
    spoken = wording.country(place)
    lead = saying.argued(comparison)
    if spoken:
        lead += f" Those that speak of {spoken} are dark, the others light."
    data = pd.DataFrame(plain, columns=["article", "kind", "modality", "voice", "on_focus", "text"])
    heads = ["kind", *comparison.labels.values()]
    return table(
        heads, rows, data=data, lead=lead, widths=["7em"], tall=700, label="Implications side by side"
    )


def _implication(row, here: bool) -> Safe:
    by = f", says {row.voice}" if row.voice else ""
    words = join([f"“{wording.shorten(row.text, 180)}”", small(f"{row.modality}{by}")])
    return words if here else tag("span", words, SOFT)
