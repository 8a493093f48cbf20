"""What all commands share: where the database is, how errors end, how to speak on a terminal."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from quotes.errors import FilterError, QuotesError

if TYPE_CHECKING:
    from rich.console import Console

FAILED, USAGE = 1, 2
_PLAIN_WIDTH = 100


class Commands(TyperGroup):
    """End a command with one line on stderr for whatever its user can put right."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except QuotesError as error:
            say(f"error: {error}")
            raise typer.Exit(USAGE if isinstance(error, FilterError) else FAILED) from error
        except OSError as error:
            if error.errno == errno.EPIPE or error.filename is None:
                raise  # whoever read our output has gone; Typer ends that quietly
            say(f"error: {error.filename}: {(error.strerror or str(error)).lower()}")
            raise typer.Exit(FAILED) from error


class ListFirst(TyperGroup):
    """`quotes speakers danforth` is `quotes speakers list danforth`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command in that was left out."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


def database_url(context: typer.Context) -> str:
    """Return the database that the command is about: the option, the environment, the usual place."""
    if context.obj:
        return str(context.obj)
    from quotes.config import settings

    return settings().database_url


def say(message: str) -> None:
    """Write a line to stderr."""
    typer.echo(message, err=True)


def console(*, stderr: bool = False) -> Console:
    """Return a console for what people read: colour and wrapping on a terminal, plain text elsewhere."""
    from rich.console import Console

    found = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not found.is_terminal:
        found.width = _PLAIN_WIDTH
    return found


# Control characters of a text must not steer a terminal; each becomes one visible character.
_VISIBLE = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
_VISIBLE |= {127: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}


def printable(text: str) -> str:
    """Return a text of the same length that is safe to show."""
    return text.translate(_VISIBLE)


def counted(number: int, noun: str) -> str:
    """Return "1 quote", "2 quotes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
