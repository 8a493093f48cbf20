"""JSON of a server -> the records that it was made of, also where it is a little newer or older."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


def read(kind: type[T], value: object) -> T:
    """Return the record of a kind that JSON holds; raise ValueError where it holds none.

    Fields that the kind does not have are passed over, and a word may be another than those we know: a
    newer server's answers can be read. A field that may be None is None where an older one leaves it out.
    """
    record: T = _reader(kind)(value)
    return record


def _reader(kind: Any) -> Reader:
    """Return what reads a kind; made once, as every page has hundreds of each."""
    if kind not in _READERS:
        _READERS[kind] = _made(kind)
    return _READERS[kind]


def _made(kind: Any) -> Reader:
    if is_dataclass(kind):
        return _record_reader(kind)
    origin, of = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_reader(_reader(of[0]))
    if origin in (Union, UnionType):
        return _union_reader(of)
    if origin is Literal:
        return _plain_reader(str)
    return _plain_reader(kind)


def _record_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    plan = [(one.name, _reader(hints[one.name]), _if_missing(one, hints[one.name])) for one in fields(kind)]

    def read_record(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"there is {_shown(value)} for a {kind.__name__}")
        found = {}
        for name, reader, missing in plan:
            if name in value:
                found[name] = reader(value[name])
            elif missing is MISSING:
                raise ValueError(f"a {kind.__name__} has no {name}")
            else:
                found[name] = missing
        return kind(**found)

    return read_record


def _if_missing(one: Field[Any], hint: Any) -> Any:
    if one.default is not MISSING:
        return one.default
    return None if NoneType in get_args(hint) else MISSING


def _tuple_reader(reader: Reader) -> Reader:
    def read_tuple(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"there is {_shown(value)} for a list")
        return tuple(map(reader, value))

    return read_tuple


def _union_reader(kinds: tuple[Any, ...]) -> Reader:
    """Read what can be of several kinds: of records, the one with the most of the fields that are there."""
    records = [kind for kind in kinds if is_dataclass(kind)]
    others = [kind for kind in kinds if kind is not NoneType and not is_dataclass(kind)]
    optional = NoneType in kinds

    def read_one(value: Any) -> Any:
        if value is None and optional:
            return None
        if isinstance(value, dict) and records:
            names = [{one.name for one in fields(kind)} for kind in records]
            best = max(range(len(records)), key=lambda at: (len(names[at] & value.keys()), -len(names[at])))
            return _reader(records[best])(value)
        return _reader(others[0] if others else records[0])(value)

    return read_one


def _plain_reader(kind: type) -> Reader:
    def read_plain(value: Any) -> Any:
        if isinstance(value, bool) is (kind is bool) and isinstance(value, kind):
            return value
        raise ValueError(f"there is {_shown(value)} for a {kind.__name__}")

    return read_plain


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"there is {_shown(value)} for a number")
    return float(value)


def _day(value: Any) -> date:
    return date.fromisoformat(_plain_reader(str)(value))


def _moment(value: Any) -> datetime:
    return datetime.fromisoformat(_plain_reader(str)(value))


def _shown(value: object) -> str:
    return repr(value)[:40]


_READERS: dict[Any, Reader] = {float: _float, date: _day, datetime: _moment}
