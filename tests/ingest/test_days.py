"""Dates as files write them, one line a case."""

from datetime import date

import pytest

from quotes.errors import ReadError
from quotes.ingest.days import read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-01-02", date(2025, 1, 2)),
        ("20250102", date(2025, 1, 2)),
        ("2025/1/2", date(2025, 1, 2)),
        ("2025.01.02", date(2025, 1, 2)),
        ("2025-01-02T23:30:00Z", date(2025, 1, 2)),
        ("2025-01-02T23:30:00.123-05:00", date(2025, 1, 2)),  # the day in its own zone
        ("2025-01-02 23:30", date(2025, 1, 2)),
        ("2 January 2025", date(2025, 1, 2)),
        ("02 Jan 2025", date(2025, 1, 2)),
        ("2-Jan-2025", date(2025, 1, 2)),
        ("January 2, 2025", date(2025, 1, 2)),
        ("Jan. 2, 2025", date(2025, 1, 2)),
        ("january 2nd 2025", date(2025, 1, 2)),
        ("Sept. 9, 2024", date(2024, 9, 9)),
        ("May 1, 2024", date(2024, 5, 1)),
        ("Thursday, January 2, 2025", date(2025, 1, 2)),
        ("Thu, 02 Jan 2025 10:00:00 GMT", date(2025, 1, 2)),
        ("January 2, 2025 at 10:30 am", date(2025, 1, 2)),
        ("  2025-01-02\n", date(2025, 1, 2)),
        ("29 February 2024", date(2024, 2, 29)),
        ("31/12/2025", date(2025, 12, 31)),  # there is no 31st month
        ("12/31/2025", date(2025, 12, 31)),
        ("04/04/2025", date(2025, 4, 4)),  # the same day either way
        ("31.12.2025", date(2025, 12, 31)),
    ],
)
def test_reads(written: str, day: date) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_nothing_is_no_date(blank: str) -> None:
    assert read_day(blank) is None


@pytest.mark.parametrize(
    "written",
    [
        *(
            "soon",
            "yesterday",
            "2025",
            "January 2025",
            "2025-01",
            "29 February 2025",
            "2025-02-30",
            "Foo 2, 2025",
        ),
        *("32/12/2025", "13/13/2025", "1512010100000", "1546560000", "2025-13-01", "n/a"),
    ],
)
def test_what_is_no_day_is_refused_by_its_value(written: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_day(written)
    assert f"“{written}”" in str(refused.value)


def test_two_possible_days_are_refused_with_both() -> None:
    with pytest.raises(ReadError) as refused:
        read_day("03/04/2025")
    assert (
        str(refused.value)
        == "the date “03/04/2025” can be 2025-03-04 or 2025-04-03; write the one that is meant"
    )


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(ReadError) as refused:
        read_day("x" * 10_000)
    assert len(str(refused.value)) < 150
