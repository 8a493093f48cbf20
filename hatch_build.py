"""Compiles the extractor for a wheel that is asked for with HATCH_BUILD_HOOK_ENABLE_CUSTOM=true.

The same modules, as C extensions beside their sources: nothing but the time they take may differ. It needs a
C compiler; the wheel that is built without it is as good, and slower.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "quotes/extraction"


class CompiledExtractor(BuildHookInterface[Any]):
    """Puts the compiled modules into the wheel, which is then for one Python and one platform."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell the builder of wheels what was made; what is edited in place stays as it is."""
        if version == "editable":
            return
        room = Path(self.root, "build", "compiled")
        shutil.rmtree(room, ignore_errors=True)
        build_data["force_include"].update(
            {str(made): str(made.relative_to(room)) for made in compiled(room)}
        )
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def compiled(room: Path) -> list[Path]:
    """Compile the extractor of the project that is worked in, into a folder; return the extensions."""
    from mypyc.build import mypycify  # here, as they are there for compiling only
    from setuptools import Distribution

    sources = sorted(str(path) for path in Path(COMPILED).glob("*.py") if path.stem != "__init__")
    extensions = mypycify(sources, opt_level="3", target_dir=str(room / "c"), group_name="quotes")
    command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(room), str(room / "objects")
    command.ensure_finalized()
    command.run()
    return [Path(made) for made in command.get_outputs()]
