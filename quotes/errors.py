"""One tree of errors: catch `QuotesError` to catch whatever this library raises on purpose."""

from __future__ import annotations


class QuotesError(Exception):
    """Something that a user can put right; its message is one line that says what."""


class ReadError(QuotesError):
    """A file could not be read as a document; the message names the reason."""


class LanguageError(QuotesError):
    """There is no word list for the language asked for."""


class FilterError(QuotesError):
    """A filter or parameter has a value that can't be used."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class CursorError(FilterError):
    """A cursor was not made by this server for this query."""


class NotFoundError(QuotesError):
    """No row has this id."""


class GoneError(NotFoundError):
    """What had this id is not there any more; the message says since when and why."""


class StoreError(QuotesError):
    """The database is missing, locked, not ours, or of another version."""


class ConflictError(StoreError):
    """What is asked for is so already, or something else stands in its way."""


class TooLongError(StoreError):
    """A question took longer than it may, and was stopped."""


class ServerError(QuotesError):
    """A server can't be asked, or its answer is none; `status` is that of the answer."""

    def __init__(self, address: str, message: str, status: int | None = None) -> None:
        super().__init__(f"{message} ({address})")
        self.address = address
        self.status = status


class UnreachableError(ServerError):
    """There is no connection to a server, or it broke."""


class AccessError(ServerError):
    """A server asks for a key, or for another one."""
