"""Where the files that travel with the program are: migrations and samples."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_path(name: str, *, package: Path = _PACKAGE) -> Path:
    """Return the folder `name` ("alembic" or "seeds") of this program.

    An installed wheel carries it inside the package, a checkout has it at the top of the repository.
    Raises FileNotFoundError where it is in neither.
    """
    for folder in (package / "_data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder {name!r} that belongs to the program is missing; install it again")
