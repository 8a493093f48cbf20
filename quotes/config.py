"""Settings from the environment (QUOTES_DATABASE_URL); read only by the command line, the API and Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import platformdirs
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_database_url() -> str:
    folder = Path(platformdirs.user_data_dir("quotes", appauthor=False))
    return f"sqlite:///{(folder / 'quotes.db').as_posix()}"


class Settings(BaseSettings):
    """What a user can set; each field is the environment variable QUOTES_<FIELD>."""

    model_config = SettingsConfigDict(env_prefix="QUOTES_", env_ignore_empty=True, frozen=True)

    database_url: str = Field(default_factory=_default_database_url)
    public_url: str | None = None  # where others reach the API, for links in what leaves it
    reading_needs_key: bool = False
    metrics: bool = False  # at /metrics, for Prometheus
    requests_per_minute: Annotated[int, Field(ge=1)] = 600  # of one address without a key
    requests_per_minute_of_key: Annotated[int, Field(ge=1)] = 6000
    remembered_megabytes: Annotated[int, Field(ge=0)] = 64  # of answers, for who asks the same again
    query_seconds: Annotated[float, Field(gt=0)] = 10.0  # then a search is stopped


def settings() -> Settings:
    """Return the settings as the environment has them now."""
    return Settings()
