"""Templates as they were compiled in an earlier build. A missing or broken file costs time, never correctness."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache

from kompass_sphinx.reading.whole_files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a folder, a file for each: a digest of the rest, and Jinja's own bytes.

    ``program`` is what the compiling depends on besides the templates: the code that does it and its messages.
    """

    def __init__(self, folder: Path, program: bytes) -> None:
        self._folder = folder
        self._program = jinja2.__version__.encode() + program

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja's hook: what was compiled, where it is what this program wrote."""
        with suppress(OSError):
            digest, _, data = (self._folder / bucket.key).read_bytes().partition(b"\n")
            # Jinja would run what is there.
            if digest == self._digest(data):
                bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja's hook: what was compiled, whole or not at all; in a folder that cannot be written, not at all."""
        data = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / bucket.key, self._digest(data) + b"\n" + data)

    def _digest(self, data: bytes) -> bytes:
        return sha256(self._program + data).hexdigest().encode()
