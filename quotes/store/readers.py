"""Processes that read a database along with this one, in the very state that a session of this one sees."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.errors import StoreError
from quotes.store.engine import connect, take_time
from quotes.store.models import quotes
from quotes.store.quote_reading import QuoteReader
from quotes.store.states import States

T = TypeVar("T")
# What a reader does, picklable; it answers with all that this yields.
Work = Callable[[Session, QuoteReader], Iterable[T]]
_ASKED = 2  # of each at once: none is without work, and no answers pile up
_TRIES = 20


class Reader:
    """A process that reads. It has to be started before this one connects: SQLite does not bear a fork."""

    def __init__(self, url: str, others: Sequence[Reader]) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        # a copy of ours kept open there would hide from a reader that this process has ended
        not_theirs = [self._pipe, *(one._pipe for one in others)]
        forking = multiprocessing.get_context("fork")
        self._process = forking.Process(target=_serve, args=(url, theirs, not_theirs), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, work: Work[Any]) -> None:
        """Give it something to do, after what it was given before."""
        with suppress(ConnectionError):  # its answer is then missing, which is told below
            self._pipe.send(work)

    def answer(self) -> list[Any]:
        """Wait for what it was asked first; raise StoreError where it fails or is no more."""
        try:
            found = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise StoreError("a process that read along has ended") from error
        if isinstance(found, StoreError):
            raise found
        return list(found)

    def close(self) -> None:
        """End it."""
        self._pipe.close()
        self._process.terminate()
        self._process.join()


@contextmanager
def reading_along(url: str, count: int) -> Iterator[tuple[Session, Sequence[Reader]]]:
    """Open a database to read, with so many processes that see the same of it, and end them afterwards.

    There are none where a process can't be copied in little room, or where others commit again and again
    before all have begun. Raises StoreError where the database can't be read.
    """
    readers: list[Reader] = []
    with ExitStack() as opened:
        for _ in range(count if sys.platform == "linux" else 0):
            readers.append(Reader(url, readers))
            opened.callback(readers[-1].close)
        engine = connect(url, read_only=True)
        opened.callback(engine.dispose)
        session = opened.enter_context(Session(engine))
        yield session, readers if readers and _together(session, readers) else ()


def _together(session: Session, readers: Sequence[Reader]) -> bool:
    """Begin to read with all of them in one state; tell whether there was one."""
    states = States(session.get_bind().engine)
    for _ in range(_TRIES):
        state = states.read()
        for one in readers:
            one.ask(_begin)
        _begin(session)
        for one in readers:
            one.answer()
        if states.read() == state:  # nobody has committed meanwhile
            return True
    return False


def in_turn(
    readers: Sequence[Reader], work: Iterable[Work[T]], here: Callable[[Work[T]], Iterable[T]]
) -> Iterator[Iterable[T]]:
    """Yield the answers of readers, and of `here`, which takes its turn, in the order of what is asked."""
    turns: Sequence[Reader | None] = [*readers, None]
    asked: deque[tuple[Reader | None, Work[T]]] = deque()

    def answer() -> Iterable[T]:
        reader, one = asked.popleft()
        return here(one) if reader is None else reader.answer()

    for number, one in enumerate(work):
        if len(asked) == _ASKED * len(turns):
            yield answer()
        reader = turns[number % len(turns)]
        if reader is not None:
            reader.ask(one)
        asked.append((reader, one))
    while asked:
        yield answer()


def _begin(session: Session, _reader: QuoteReader | None = None) -> Iterable[Any]:
    """Begin to see one state: a transaction does at its first question."""
    session.rollback()
    take_time(session)
    return session.execute(select(quotes.c.id).limit(1)).scalars().all()


def _serve(url: str, pipe: Connection, not_ours: Iterable[Connection]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    gc.freeze()  # a search for garbage would write to all that this process has in common with its starter
    for one in not_ours:
        one.close()
    engine = connect(url, read_only=True)
    with Session(engine) as session, suppress(EOFError, ConnectionError):  # we end with it
        reader = QuoteReader(session)
        while True:
            work: Work[Any] = pipe.recv()
            try:
                found: Any = [*work(session, reader)]
            except StoreError as error:
                found = error
            pipe.send(found)
