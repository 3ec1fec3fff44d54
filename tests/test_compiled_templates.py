"""Templates compiled in an earlier build are used again, and only those that this program compiled."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from kompass_sphinx.templates.compiled import CompiledTemplates

TEMPLATE = "page.html"


class Counting(Environment):
    """An environment that counts what it compiles."""

    compiled = 0

    def compile(self, *arguments: object, **named: object) -> object:  # type: ignore[override]
        """As Jinja's."""
        self.compiled += 1
        return super().compile(*arguments, **named)  # type: ignore[call-overload]


def rendered(folder: Path, source: str = "a {{ 1 + 1 }}", program: bytes = b"program") -> tuple[str, int]:
    """What a template gives in an environment of its own, and how many were compiled for it."""
    environment = Counting(loader=DictLoader({TEMPLATE: source}), bytecode_cache=CompiledTemplates(folder, program))
    return environment.get_template(TEMPLATE).render(), environment.compiled


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "templates"
    assert rendered(folder) == ("a 2", 1)
    assert rendered(folder) == ("a 2", 0)
    assert len(list(folder.iterdir())) == 1


def test_another_template_or_another_program_is_compiled_anew(tmp_path: Path) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, source="b {{ 1 + 1 }}") == ("b 2", 1)
    assert rendered(tmp_path, source="b {{ 1 + 1 }}", program=b"other") == ("b 2", 1)
    assert rendered(tmp_path, source="b {{ 1 + 1 }}", program=b"other") == ("b 2", 0)


@pytest.mark.parametrize("place", [0, 70, -1])
def test_what_is_damaged_is_compiled_anew(tmp_path: Path, place: int) -> None:
    rendered(tmp_path)
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    assert rendered(tmp_path) == ("a 2", 1)
    assert rendered(tmp_path) == ("a 2", 0)


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert rendered(tmp_path / "file" / "templates") == ("a 2", 1)
    assert rendered(tmp_path / "file" / "templates") == ("a 2", 1)
