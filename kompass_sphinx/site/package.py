"""The package itself, as something that every page depends on."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import kompass_sphinx

_SUFFIXES = (".py", ".html", ".mo", ".yaml", ".csv")


@cache
def package_digest() -> bytes:
    """A digest of the package's version, code, templates, catalogues and data."""
    digest = sha256(kompass_sphinx.__version__.encode())
    for path in sorted(Path(kompass_sphinx.__file__).parent.rglob("*")):
        if path.suffix in _SUFFIXES and path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.digest()
