"""Plain text: front matter, and several articles in one file."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from quotes.errors import ReadError
from quotes.ingest.articles import read_text, split_articles, split_front_matter
from quotes.ingest.results import MAX_CHARACTERS, Failed, Read, Result
from quotes.types import Document

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def results(text: str) -> list[Result]:
    return list(read_text(io.StringIO(text), "a.txt"))


def only(text: str) -> Document:
    (result,) = results(text)
    assert isinstance(result, Read)
    return result.document


class TestFrontMatter:
    def test_gives_the_fields_and_leaves_the_text_as_it_stands(self) -> None:
        text = "---\ntitle: Talks resume\noutlet: The Lantern\nurl: https://lantern.example/1\n"
        text += "published: 2 January 2025\nauthor: Ola Brandt\n---\n\n  “Yes,” she said.\n\n"
        assert only(text) == Document(
            text="  “Yes,” she said.\n\n",
            title="Talks resume",
            outlet="The Lantern",
            url="https://lantern.example/1",
            author="Ola Brandt",
            published_on=date(2025, 1, 2),
        )

    def test_names_may_be_in_any_case_and_date_means_published(self) -> None:
        assert only("---\nTitle: T\nDATE: 2025-01-02\n---\nx").published_on == date(2025, 1, 2)

    def test_values_stay_as_written(self) -> None:
        document = only("---\ntitle: No\noutlet: 1984\nauthor: 'Brandt: a life'\n---\nx")
        assert (document.title, document.outlet, document.author) == ("No", "1984", "Brandt: a life")

    def test_dashes_around_a_text_are_no_front_matter(self) -> None:
        for text in (
            "---\nA line.\n---\nMore.\n",
            "---\nHe said: no.\n---\nMore.\n",
            "---\nNo end.\n",
            "A\n---\nB\n---\n",
        ):
            assert split_front_matter(text) == ({}, text)

    def test_a_date_that_is_none_refuses_the_document(self) -> None:
        with pytest.raises(ReadError, match="“2025-02-30”"):
            results("---\npublished: 2025-02-30\n---\nx")

    def test_what_is_not_yaml_is_refused_with_its_line(self) -> None:
        with pytest.raises(
            ReadError, match=r"not YAML \(line 3\); a value with a colon in it stands in quotation"
        ):
            results("---\noutlet: X\ntitle: Talks: resumed\n---\nx")

    def test_nothing_below_it_is_an_empty_document(self) -> None:
        with pytest.raises(ReadError, match="empty"):
            results("---\ntitle: T\n---\n\n")

    def test_with_it_a_file_is_one_document(self) -> None:
        document = only("---\ntitle: Two\n---\n" + TWO)
        assert document.title == "Two"
        assert document.text == TWO


def test_a_plain_file_is_one_document_without_a_title() -> None:
    assert only("\n“Yes,” she said.\n") == Document(text="\n“Yes,” she said.\n")


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(ReadError, match="more than 10,000,000 characters"):
        results("a b " * (MAX_CHARACTERS // 4 + 1))


FIRST = """Harbour Talks Resume After a Week’s Pause

Fishing boats lie in the harbour of Port Selwyn, Ostrania, May 3, 2031. (Lantern)
Fishing boats lie in the harbour of Port Selwyn, Ostrania, May 3, 2031. (Lantern)
LN

Harbour Talks Resume After a Week’s Pause

Fishing boats lie in the harbour of Port Selwyn, Ostrania, May 3, 2031. (Lantern)
Fishing boats lie in the harbour of Port Selwyn, Ostrania, May 3, 2031. (Lantern)

The talks on the harbour resumed on Monday.

“We will stay until it is done,” said Mira Danforth."""

SECOND = """Envoy Thanks Her Hosts, Leaves Early

HANDOUT - Envoy Lena Osk waves from a train. Photo: -/Osk family
LN

Envoy Thanks Her Hosts, Leaves Early

The envoy left before supper.

“The soup was excellent,” said Lena Osk."""

TWO = f"{FIRST}\n\n\n\n{SECOND}\n"


class TestSeveralArticles:
    def test_are_split_with_their_titles_and_lines(self) -> None:
        first, second = results(TWO)
        assert isinstance(first, Read)
        assert isinstance(second, Read)
        assert first.document == Document(text=FIRST, title="Harbour Talks Resume After a Week’s Pause")
        assert second.document == Document(text=SECOND, title="Envoy Thanks Her Hosts, Leaves Early")
        assert (first.where, second.where) == ("a.txt:1", "a.txt:18")

    def test_no_word_is_lost_between_them(self) -> None:
        assert "".join(a.text for a in split_articles(TWO)) == TWO.replace("\n\n\n\n", "").rstrip("\n")

    def test_one_alone_has_its_title_and_is_kept_as_it_stands(self) -> None:
        assert only(FIRST + "\n") == Document(
            text=FIRST + "\n", title="Harbour Talks Resume After a Week’s Pause"
        )

    def test_a_repeated_caption_does_where_the_gap_is_no_wider(self) -> None:
        assert len(split_articles(f"{SECOND}\n\n{FIRST}")) == 2

    def test_a_wider_gap_does_where_no_caption_is_repeated(self) -> None:
        assert len(split_articles(f"{FIRST}\n\n\n{SECOND}")) == 2

    def test_a_head_without_either_stays_in_its_article(self) -> None:
        assert len(split_articles(f"{FIRST}\n\n{SECOND}")) == 1

    def test_many_are_all_found(self) -> None:
        many = [FIRST.replace("Harbour Talks", f"Harbour Talks {n}") for n in range(50)]
        assert [a.text for a in split_articles("\n\n\n".join(many))] == many


class TestOneArticle:
    """What must not be taken for a second article."""

    @pytest.mark.parametrize(
        "text",
        [
            "A refrain of words\n\nverse\n\nA refrain of words\n\nverse\n\nA refrain of words\n\nend",
            "Applause\n\nWe will stay.\n\nApplause\n\nAnd talk.",
            f"{FIRST}\n\nContinue reading below this\n\nA line.\n\nContinue reading below this\n\nThe end.",
            f"An opening line.\n\n{TWO}",
            "The same line twice\n\nThe same line twice",
            "\n\n\n",
        ],
        ids=["refrain", "one word", "running line", "ordinary beginning", "no body", "blank"],
    )
    def test_is_kept_whole(self, text: str) -> None:
        assert [article.text for article in split_articles(text)] == [text]


def test_one_article_of_a_file_fails_alone() -> None:
    results_ = results(TWO.replace("The soup was excellent", "The \0 soup"))
    assert isinstance(results_[0], Read)
    assert isinstance(results_[1], Failed)
    assert results_[1].where == "a.txt:18"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora are not here")
class TestCorpora:
    def test_two_real_articles_come_apart_exactly(self) -> None:
        gold = json.loads((SHARED / "seeds" / "gold.json").read_text("utf-8"))
        split = split_articles((SHARED / "seeds" / "two_articles.txt").read_text("utf-8"))
        assert [(a.title, a.text) for a in split] == [(g["title"], g["text"]) for g in gold]

    @pytest.mark.parametrize("name", ["train.json", "dev.json"])
    def test_no_article_of_the_annotated_news_is_split(self, name: str) -> None:
        for article in json.loads((SHARED / "polnear" / name).read_text("utf-8")):
            assert [a.text for a in split_articles(article["text"])] == [article["text"]]

    def test_no_article_of_the_world_news_is_split(self) -> None:
        with (SHARED / "wikinews" / "2019.csv").open(encoding="utf-8", newline="") as file:
            texts = [row["text"] for row in csv.DictReader(file)]
        for text in texts:
            assert [a.text for a in split_articles(text)] == [text]
        together = "\n\n\n\n".join(texts)
        assert [a.text for a in split_articles(together)] == [together]
