"""The four tools: search, get, verify, list. Each is one question to the store."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.server.mcpserver.tools import Tool
from mcp.server.mcpserver.utilities.func_metadata import FuncMetadata
from mcp_types import ToolAnnotations
from pydantic import BaseModel, ValidationError
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quotes.assistants import answers
from quotes.assistants.answers import (
    NOT_HELD,
    QuoteAnswer,
    SearchAnswer,
    SpeakersAnswer,
    VerifyAnswer,
)
from quotes.assistants.arguments import (
    Arguments,
    GetQuote,
    ListSpeakers,
    SearchQuotes,
    VerifyQuote,
    explained,
)
from quotes.errors import FilterError, GoneError, NotFoundError, QuotesError, TooLongError
from quotes.store.autocomplete import complete_speakers
from quotes.store.filters import QuoteFilter
from quotes.store.findings import EXPLANATIONS, SpeakerHint
from quotes.store.queries import get_quote, select_quotes, select_speakers
from quotes.store.verification import verify_words

_ALIKE = 3
_SEARCH = """\
Find quotes by speaker, day, words, office, country and where they were printed; the newest come first. \
Every argument narrows; in names and values a|b is a or b, !a is not a. Give permalinks when you report."""
_GET = """\
Get one quote with all that is known: exact offsets, the words around it, rule, cue, corrections, document."""
_VERIFY = """\
Look up whether words are held: word for word, nearly (with where they differ), of another speaker, of \
nobody known, or not at all. not_held does not mean false: only what was read can be held."""
_LIST = """\
List who is quoted, the most quoted first, with other names, offices, and the days of first and last."""
_log = logging.getLogger(__name__)


class ReadingTool(Tool):
    """A tool that asks the store; what its caller can put right is said in a line."""

    async def run(self, arguments: dict[str, Any], context: Any, convert_result: bool = False) -> Any:  # noqa: ARG002
        """Answer a call. Raises ToolError for arguments that can't be used, and for what there is not."""
        model = self.fn_metadata.arg_model
        try:
            given = model.model_validate(arguments)
        except ValidationError as error:
            raise ToolError(explained(error, model)) from None  # type: ignore[arg-type]  # it is one of ours
        try:
            answer = await self.fn_metadata.call_fn(self.fn, False, {"given": given})
            return self.fn_metadata.convert_result(answer) if convert_result else answer
        except QuotesError as error:
            raise ToolError(_said(error)) from error
        except Exception as error:  # its text is for the log alone
            raise UnexpectedToolError(f"{self.name} failed; the server's log says why") from error


def _said(error: QuotesError) -> str:
    if isinstance(error, TooLongError):
        return f"{error}; narrow it: by speaker, by day, by rarer words"
    if isinstance(error, FilterError | GoneError):
        return str(error)
    if isinstance(error, NotFoundError):
        return f"{error}; search_quotes finds the ids that there are"
    _log.error("%s", error)  # it names the database, with its path or host
    return "the database can't be used now; the server's log says why"


class Tools:
    """The tools over one database; permalinks continue `base`, which is empty where no address is known."""

    def __init__(self, engine: Engine, base: str) -> None:
        self.engine, self.base = engine, base

    def all(self) -> list[Tool]:
        """Return the tools, ready to be served."""
        return [
            _tool("search_quotes", "Search quotes", _SEARCH, self.search, SearchQuotes, SearchAnswer),
            _tool("get_quote", "Get a quote", _GET, self.get, GetQuote, QuoteAnswer),
            _tool("verify_quote", "Verify a quote", _VERIFY, self.verify, VerifyQuote, VerifyAnswer),
            _tool("list_speakers", "List speakers", _LIST, self.speakers, ListSpeakers, SpeakersAnswer),
        ]

    def search(self, given: SearchQuotes) -> SearchAnswer:
        """Select some quotes; where there are none, say what that means."""
        wanted = given.as_filter()
        with Session(self.engine) as session:
            page = select_quotes(session, wanted, sort=given.sort, cursor=given.cursor, per_page=given.limit)
            alike = [] if page.count else _alike(session, wanted.speaker)
            known = page.count or wanted.speaker is None or _is_quoted(session, wanted.speaker)
        if page.count:
            more = "" if page.count_is_exact else "more than "
            explanation = f"{more}{page.count} held, {len(page.results)} here."
        elif known:
            explanation = f"No quote is held that matches all of this. {NOT_HELD}"
        else:
            explanation = f"Nobody called {wanted.speaker!r} is quoted in what is held. {NOT_HELD}"
        return SearchAnswer(
            explanation=explanation,
            count=page.count,
            count_is_exact=page.count_is_exact,
            next_cursor=page.next_cursor,
            did_you_mean=[] if known else alike,
            quotes=[answers.quote(record, self.base) for record in page.results],
        )

    def get(self, given: GetQuote) -> QuoteAnswer:
        """Select one quote."""
        with Session(self.engine) as session:
            record = get_quote(session, given.id)
        explanation = "This is held, with what is known of it."
        return QuoteAnswer(explanation=explanation, quote=answers.whole_quote(record, self.base))

    def verify(self, given: VerifyQuote) -> VerifyAnswer:
        """Look words up."""
        with Session(self.engine) as session:
            found = verify_words(session, given.text, given.speaker)
            unknown = given.speaker is not None and not _is_quoted(session, given.speaker)
            alike = _alike(session, given.speaker) if unknown else []
        said = f" Nobody called {given.speaker!r} is quoted in what is held." if unknown else ""
        return VerifyAnswer(
            explanation=EXPLANATIONS[found.verdict] + said,
            verdict=found.verdict,
            did_you_mean=alike,
            matches=[answers.match(one, self.base) for one in found.matches],
        )

    def speakers(self, given: ListSpeakers) -> SpeakersAnswer:
        """Select some speakers."""
        with Session(self.engine) as session:
            page = select_speakers(session, q=given.q, cursor=given.cursor, per_page=given.limit)
            alike = [] if page.count else _alike(session, given.q)
        explanation = f"{page.count} held, {len(page.results)} here."
        if not page.count:
            explanation = f"Nobody so called is quoted in what is held. {NOT_HELD}"
        return SpeakersAnswer(
            explanation=explanation,
            count=page.count,
            next_cursor=page.next_cursor,
            did_you_mean=alike,
            speakers=[answers.speaker(record, self.base) for record in page.results],
        )


def _is_quoted(session: Session, name: str) -> bool:
    return bool(select_quotes(session, QuoteFilter(speaker=name), per_page=1).count)


def _alike(session: Session, name: str | None) -> list[SpeakerHint]:
    return [] if name is None else list(complete_speakers(session, name, limit=_ALIKE))


def _tool(
    name: str,
    title: str,
    description: str,
    ask: Callable[[Any], BaseModel],
    asked: type[Arguments],
    answer: type[BaseModel],
) -> Tool:
    reads = ToolAnnotations(
        title=title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return ReadingTool(
        fn=ask,
        name=name,
        title=title,
        description=description,
        parameters=asked.model_json_schema(by_alias=True),
        fn_metadata=FuncMetadata(arg_model=asked, output_model=answer),
        is_async=False,
        context_kwarg=None,
        annotations=reads,
    )
