"""What the bodies of requests have in common: JSON objects with fields that there are."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from api.errors import ParameterError, unknown_parameter


def whole_characters(text: str) -> str:
    """Refuse half characters: JSON can escape them, but no text of a document has them."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"has half of a surrogate pair at character {error.start}") from error
    if not text:
        raise ValueError("is empty")
    return text


class Body(BaseModel):
    """An object with the fields of its model and no others."""

    model_config = ConfigDict(extra="forbid")  # for the documentation; the validator below says it better

    @model_validator(mode="before")
    @classmethod
    def _known_fields(cls, given: Any) -> Any:
        """Refuse fields that there are not, naming the nearest that there is."""
        known = list(cls.model_fields)
        if isinstance(given, dict) and (unknown := [name for name in given if name not in known]):
            raise ParameterError(*(unknown_parameter(name, known) for name in unknown))
        return given
