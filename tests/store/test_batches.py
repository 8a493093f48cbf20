"""Long lists: cut up, or sent as one value."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quotes.store.batches import among, batches
from quotes.store.models import outlets


@pytest.mark.parametrize(
    ("ids", "found"),
    [([], []), ([2], [2]), ([3, 1], [1, 3]), ({2, 9}, [2]), ([2, 2], [2]), (range(100_000), [1, 2, 3])],
)
def test_among_many_ids_are_those_that_there_are(session: Session, ids: list[int], found: list[int]) -> None:
    session.execute(insert(outlets), [{"id": n, "name": f"Paper {n}", "key": f"p{n}"} for n in (1, 2, 3)])
    asked = select(outlets.c.id).where(among(outlets.c.id, ids)).order_by(outlets.c.id)
    assert list(session.scalars(asked)) == found


@pytest.mark.parametrize(("size", "cut"), [(1, [[1], [2], [3]]), (2, [[1, 2], [3]]), (3, [[1, 2, 3]])])
def test_a_list_is_cut_up(size: int, cut: list[list[int]]) -> None:
    assert list(batches([1, 2, 3], size)) == cut


def test_what_a_column_is_among_can_be_given_later_and_need_not_be_numbers(session: Session) -> None:
    session.execute(insert(outlets), [{"id": n, "name": f"Paper {n}", "key": f"p{n}"} for n in (1, 2, 3)])
    asked = select(outlets.c.id).where(among(outlets.c.key, "keys")).order_by(outlets.c.id)
    assert list(session.scalars(asked, {"keys": {"p3", "p1", "q"}})) == [1, 3]
    assert list(session.scalars(asked, {"keys": ()})) == []
