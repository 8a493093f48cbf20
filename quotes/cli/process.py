"""Set Python up for a process that runs one command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

# Objects made until garbage is looked for. Hardly any of ours is: with Python's own 700, looking takes up to
# a tenth of the time of ingesting.
_UNTIL_COLLECTED = (20_000, 20, 20)


class _WithoutPandas(MetaPathFinder):
    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError("no command needs pandas", name=name)


def prepare() -> None:
    """Look for garbage seldom, and keep pandas out: pyarrow loads it unasked, and it takes 70 MB.

    Arrow's own allocator keeps 30 MB at hand, the system's nothing to speak of.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    gc.set_threshold(*_UNTIL_COLLECTED)
    sys.meta_path.insert(0, _WithoutPandas())
