"""The copies of other people's scripts are the ones that were looked at, and each has its licence beside it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import kompass_sphinx

VENDORED = Path(kompass_sphinx.__file__).parent / "theme" / "kompass" / "static" / "vendor"


def test_every_script_has_the_checksum_that_was_written_down() -> None:
    listed = [line.split("  ") for line in (VENDORED / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    assert {name: checksum for checksum, name in listed} == {
        path.name: sha256(path.read_bytes()).hexdigest() for path in VENDORED.glob("*.js")
    }


def test_every_script_has_its_licence_and_version() -> None:
    described = (VENDORED / "README.md").read_text(encoding="utf-8")
    for path in VENDORED.glob("*.js"):
        assert (VENDORED / f"{path.name.partition('.')[0]}.LICENSE").is_file()
        assert f"`{path.name}`" in described
