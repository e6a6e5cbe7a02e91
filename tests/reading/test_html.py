"""Saved web pages: the article and nothing of what the site puts around it, whatever the layout."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.article import Article
from dateline.errors import InputError
from dateline.reading import html, read

LAYOUTS = Path(__file__).parent / "layouts"
TITLE = "A Rock Too Small to Fight Over"
BODY = (LAYOUTS / "page_body.txt").read_text("utf-8").splitlines()
ONE, TWO, THREE, FOUR = BODY
H1 = f"<h1>{TITLE}</h1>"
NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World JUNK</a></li></ul></nav>"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def page(body: str, head: str = "") -> bytes:
    start = f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{TITLE}</title>{head}</head>"
    return f"{start}<body>{body}</body></html>".encode()


def article_of(tmp_path: Path, data: bytes, name: str = "page.html") -> Article:
    (tmp_path / name).write_bytes(data)
    return read(tmp_path / name)


def texts(article: Article, role: str = "body") -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.role == role]


def headings(article: Article) -> list[str]:
    return [section.heading for section in article.sections if section.heading]


@pytest.mark.parametrize("layout", sorted(path.name for path in LAYOUTS.glob("page_*.html")))
def test_the_body_is_the_articles_and_nothing_else(layout: str) -> None:
    """What the site puts around it has the word JUNK in each of these pages."""
    article = read(LAYOUTS / layout)
    assert texts(article) == BODY
    assert texts(article, "headline") == [TITLE]
    assert article.title == TITLE
    assert "JUNK" not in article.text


@pytest.mark.parametrize("site", sorted(path.name for path in LAYOUTS.glob("site_*.html")))
def test_pages_as_the_software_of_many_sites_writes_them(site: str) -> None:
    article = read(LAYOUTS / site)
    # The page of 1996 has typewriter's quotation marks.
    body = [text.replace('"', "“", 1).replace('"', "”") for text in texts(article)]
    assert body == (LAYOUTS / "site_body.txt").read_text("utf-8").splitlines()
    assert article.title == "Why the Danube Dam Still Divides Budapest and Bratislava"
    assert "JUNK" not in "".join(texts(article, "heading") + texts(article, "note"))


def test_headings_are_those_of_the_markup(tmp_path: Path) -> None:
    body = f"{H1}<p>{ONE}</p><h2>Fish and flags</h2><p>{TWO}</p><h3>What Arusha can do</h3><p>{THREE}</p>"
    body += f"<p>A Line By Itself</p><p>{FOUR}</p>"
    article = article_of(tmp_path, page(f"<article>{body}</article>"))
    assert headings(article) == ["Fish and flags", "What Arusha can do"]


def test_without_marked_headings_they_are_told_by_their_form(tmp_path: Path) -> None:
    body = f"{H1}<p>{ONE}</p><p><b>Fish and Flags</b></p><p>{TWO}</p><p>{THREE}</p>"
    assert headings(article_of(tmp_path, page(f"<article>{body}</article>"))) == ["Fish and Flags"]


def test_a_standfirst_is_known_by_its_class(tmp_path: Path) -> None:
    standfirst = "The islet is half a football field, and two governments want it."
    body = f"<article>{H1}<p class='standfirst'>{standfirst}</p>{paragraphs(BODY)}</article>"
    article = article_of(tmp_path, page(body))
    assert (article.standfirst, texts(article, "standfirst")) == (standfirst, [standfirst])


def test_words_in_links_and_emphasis_stay_in_their_sentence(tmp_path: Path) -> None:
    marked = ONE.replace("Kampala", "<a href='/k'>Kampala</a>").replace("Nairobi", "<em>Nai</em>robi")
    assert (
        texts(article_of(tmp_path, page(f"{NAV}<article>{H1}{paragraphs([marked, TWO, THREE])}</article>")))[
            0
        ]
        == ONE
    )


def test_reference_marks_go_and_powers_stay(tmp_path: Path) -> None:
    marked = f"{ONE}<sup><a href='#n1'>1</a></sup>"
    area = "The islet has some 2 × 10<sup>3</sup> square metres<sup>2</sup> of rock and no tree at all on it."
    article = article_of(tmp_path, page(f"<article>{H1}{paragraphs([marked, TWO, area])}</article>"))
    assert texts(article) == [
        ONE,
        TWO,
        "The islet has some 2 × 103 square metres of rock and no tree at all on it.",
    ]


def test_notes_at_the_end_are_notes(tmp_path: Path) -> None:
    body = (
        f"<article>{H1}{paragraphs(BODY)}<h2>Notes</h2><ol><li>Daily Lake, 13 March 2009.</li></ol></article>"
    )
    article = article_of(tmp_path, page(body))
    assert texts(article, "note") == ["Notes", "Daily Lake, 13 March 2009."]


def test_items_of_a_list_are_body_and_a_table_of_data_is_not(tmp_path: Path) -> None:
    items = ["Kenya closed the railway on 3 May 2009.", "Uganda withdrew its flag a week later."]
    table = "<table><tr><th>Year</th><th>Arrests</th></tr><tr><td>2008</td><td>11</td></tr></table>"
    listed = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    article = article_of(
        tmp_path, page(f"<article>{H1}{paragraphs(BODY[:2])}{listed}{table}{paragraphs(BODY[2:])}</article>")
    )
    assert texts(article) == [*BODY[:2], *items, *BODY[2:]]
    assert texts(article, "boilerplate") == ["Year | Arrests", "2008 | 11"]


def test_captions_and_pull_quotes_are_left_out(tmp_path: Path) -> None:
    figure = "<figure><img src='a.jpg' alt='JUNK'><figcaption>Marines on the islet JUNK</figcaption></figure>"
    quote = "<blockquote class='pullquote'>We will not go to war JUNK</blockquote>"
    article = article_of(
        tmp_path, page(f"<article>{H1}{figure}{paragraphs(BODY[:2])}{quote}{paragraphs(BODY[2:])}</article>")
    )
    assert texts(article) == BODY
    assert "JUNK" not in article.text


def test_a_quotation_is_body(tmp_path: Path) -> None:
    quoted = "The islet lies 510 metres within Kenya, the surveyors wrote in their first report."
    quote = f"<blockquote><p>{quoted}</p></blockquote>"
    body = f"<article>{H1}{paragraphs(BODY[:2])}{quote}{paragraphs(BODY[2:])}</article>"
    assert quoted in texts(article_of(tmp_path, page(body)))


def test_what_is_invisible_or_a_way_of_printing_is_undone(tmp_path: Path) -> None:
    odd = ONE.replace("fishermen", "ﬁsher&shy;men").replace("12 March", "12&nbsp;March")
    assert (
        texts(article_of(tmp_path, page(f"<article>{H1}{paragraphs([odd, TWO, THREE])}</article>")))[0] == ONE
    )


@pytest.mark.parametrize("words", ["One word", "Kashmir"])
def test_a_page_of_a_few_words_is_read(tmp_path: Path, words: str) -> None:
    data = f"<html><body><p>{words}</p></body></html>".encode()
    assert texts(article_of(tmp_path, data)) == [words]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", "windows-1252"),
        ("<meta charset=windows-1252>", "windows-1252"),
        ("", "windows-1252"),
    ],
)
def test_the_declared_encoding_is_used(tmp_path: Path, data: str, encoding: str) -> None:
    codec = "utf-8" if encoding == "utf-8" else "cp1252"
    article = article_of(
        tmp_path, f"<html><head>{data}</head><body><p>{THREE}</p></body></html>".encode(codec)
    )
    assert (article.text, article.encoding) == (THREE, encoding)


def test_utf_16_with_a_mark_is_read(tmp_path: Path) -> None:
    article = article_of(tmp_path, f"<html><body><p>{THREE}</p></body></html>".encode("utf-16"))
    assert (article.text, article.encoding) == (THREE, "utf-16-le")


def test_xhtml_with_its_declaration_is_read(tmp_path: Path) -> None:
    source = "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>"
    assert article_of(tmp_path, f"{source}{THREE}</p></body></html>".encode(), "page.xhtml").text == THREE


@pytest.mark.parametrize(
    "source",
    [
        "<html></html>",
        "<script>var a = 'The army attacked the town on Friday.';</script>",
        "<html><body><nav>Home</nav><style>p {}</style></body></html>",
        "<!-- nothing -->",
        "<p>&nbsp;</p>",
    ],
)
def test_a_page_without_text_is_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(InputError, match=r"page\.html: no article in this page: it has no text"):
        article_of(tmp_path, source.encode())


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "blockquote", "ul><li", "font", "x-box"])
@pytest.mark.parametrize("depth", [200, 300, 10_000])
def test_no_depth_of_nesting_is_too_deep(tag: str, depth: int) -> None:
    found = html.read(f"<html><body>{f'<{tag}>' * depth}<p>{ONE}</p><p>{TWO}</p></body></html>".encode())
    assert found.text == f"{ONE}\n\n{TWO}"


def test_the_sidecar_overrules_the_page(tmp_path: Path) -> None:
    head = "<meta property='article:published_time' content='2009-09-04'>"
    head += "<meta name='author' content='Grace Atieno'>"
    (tmp_path / "page.toml").write_text('published = 2009-09-05\ntitle = "Migingo"\n')
    article = article_of(tmp_path, page(f"<article>{H1}{paragraphs(BODY)}</article>", head))
    assert (article.title, article.author) == ("Migingo", "Grace Atieno")
    assert (article.published, article.published_basis) == (date(2009, 9, 5), "given")


def test_what_a_page_says_is_stated(tmp_path: Path) -> None:
    head = "<meta property='article:published_time' content='2009-09-04T08:00:00+03:00'>"
    article = article_of(tmp_path, page(f"<article>{H1}{paragraphs(BODY)}</article>", head))
    assert (article.published, article.published_basis) == (date(2009, 9, 4), "stated")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (ONE, "en"),
        ("Les ministres se sont réunis à Oslo vendredi, et on a dit que la paix est faite. " * 5, None),
    ],
)
def test_a_long_text_in_another_language_is_not_english_because_its_page_says_so(
    tmp_path: Path, words: str, language: str | None
) -> None:
    assert article_of(tmp_path, page(f"<article>{H1}<p>{words}</p></article>")).language == language


@pytest.mark.parametrize(
    "stray", [b"\xe9", b"\x0b", b"\x01", b"&#0;", b"&#x1F;", b"&#xD800;", b"\xef\xbf\xbe"]
)
def test_a_stray_byte_or_control_character_does_not_lose_the_page(tmp_path: Path, stray: bytes) -> None:
    data = page(f"<article>{H1}{paragraphs(BODY)}</article><pre>a\n\nb</pre>")
    article = article_of(tmp_path, data.replace(b"</article>", b"</article>" + stray))
    assert texts(article)[:4] == BODY


@pytest.mark.parametrize("declared", ["nonsense", "rot13", "utf-16"])
def test_a_wrong_declaration_is_passed_over(tmp_path: Path, declared: str) -> None:
    data = f"<html><head><meta charset='{declared}'></head><body><p>{THREE}</p></body></html>"
    article = article_of(tmp_path, data.encode())
    assert (article.text, article.encoding) == (THREE, "utf-8")
