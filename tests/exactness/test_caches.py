"""A cache that is damaged, cut off, foreign or old costs time, never correctness."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.exactness.building import build
from tests.exactness.edits import Edit
from tests.exactness.sequences import Difference, Exactness, Step

Damage = Callable[[bytes], bytes | None]
"""Makes another content of a cache's; None takes the file away."""

DAMAGES: dict[str, Damage] = {
    "gone": lambda _: None,
    "empty": lambda _: b"",
    "cut off": lambda content: content[: len(content) // 2],
    "foreign": lambda _: b"\x80\x04\x95 not ours",
}
"""What any program can be asked to notice."""

FLIPS: dict[str, Damage] = {
    "another name": lambda content: content.replace(b"mark/2017", b"mark/2o17"),
} | {
    f"a bit at {part} hundredths": lambda content, part=part: flipped(content, len(content) * part // 100)
    for part in (1, 60)
}
"""What only a checksum tells, which Sphinx's files do not have."""

GONE = (Edit("an evaluation deleted", 0, 1), Edit("a page deleted", 0, 0))
EDITS = (Edit("a figure", 0, 7), Edit("a text", 2, 5), Edit("the title of a page", 0, 3))


def flipped(content: bytes, at: int) -> bytes:
    """The content with another bit at this place."""
    return content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :] if content else b"?"


def ours(folder: Path) -> list[Path]:
    """The files that the extension keeps from build to build."""
    return [path for path in sorted((folder / "_build").glob("incremental*/**/.kompass/**/*")) if path.is_file()]


def of_sphinx(folder: Path) -> list[Path]:
    """The files that Sphinx keeps."""
    return [
        path
        for path in sorted((folder / "_build/incremental-doctrees").rglob("*"))
        if path.is_file() and ".kompass" not in path.parts
    ]


def damaged(paths: list[Path], damage: Damage) -> None:
    """Damage all these files."""
    assert paths
    for path in paths:
        content = damage(path.read_bytes())
        path.unlink()
        if content is not None:
            path.write_bytes(content)


@pytest.mark.parametrize("damage", [*DAMAGES, *FLIPS])
def test_damage_to_what_the_extension_keeps_is_noticed(tmp_path: Path, damage: str) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    damaged(ours(tmp_path), (DAMAGES | FLIPS)[damage])
    exactness.take(Step(EDITS))


@pytest.mark.parametrize("names", ["manifest", "paths", "manifest paths"])
@pytest.mark.parametrize("damage", [*DAMAGES, *FLIPS])
def test_what_goes_while_what_the_output_is_known_by_is_damaged_leaves_nothing(
    tmp_path: Path, names: str, damage: str
) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    kept = tmp_path / "_build/incremental/html/.kompass"
    damaged([kept / name for name in names.split()], (DAMAGES | FLIPS)[damage])
    exactness.take(Step(GONE))


def test_what_goes_with_every_list_of_paths_leaves_nothing(tmp_path: Path) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    lists = [path for path in ours(tmp_path) if path.name == "paths"]
    assert len(lists) == 2
    damaged(lists, DAMAGES["gone"])
    exactness.take(Step(GONE))


def test_what_goes_with_all_that_is_kept_beside_the_output_leaves_nothing(tmp_path: Path) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    rmtree(tmp_path / "_build/incremental/html/.kompass")
    exactness.take(Step(GONE))


def test_a_list_of_paths_that_is_lost_is_there_again_after_any_build(tmp_path: Path) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    lists = {path: path.read_bytes() for path in ours(tmp_path) if path.name == "paths"}
    for path in lists:
        path.unlink()
        exactness.take(Step(()))
        assert {other: other.read_bytes() for other in lists} == lists


def test_what_goes_with_the_doctrees_leaves_nothing(tmp_path: Path) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    rmtree(tmp_path / "_build/incremental-doctrees")
    exactness.take(Step(GONE))


@settings(max_examples=3, phases=(Phase.explicit, Phase.generate))
@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.sampled_from(sorted(DAMAGES | FLIPS)), st.booleans()), min_size=1, max_size=3
    )
)
def test_damage_to_one_of_the_files_and_not_to_others_is_noticed(chosen: list[tuple[int, str, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        exactness = Exactness(Path(folder))
        exactness.take(Step(()))
        for which, damage, is_edited in chosen:
            paths = ours(Path(folder))
            damaged([paths[which % len(paths)]], (DAMAGES | FLIPS)[damage])
            exactness.take(Step(EDITS if is_edited else ()))


@pytest.mark.parametrize("damage", ["cut off", "foreign"])
def test_damage_to_what_sphinx_keeps_is_noticed_or_the_next_build_is_right(tmp_path: Path, damage: str) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    damaged(of_sphinx(tmp_path), DAMAGES[damage])
    for edit in EDITS:
        edit.apply(exactness.site)
    ended = build(exactness.site, "incremental")
    assert ended.is_clear
    if ended.status == 0:
        exactness.compare("html", ended)
    exactness.take(Step(()))


def test_older_caches_are_no_newer_truth(tmp_path: Path) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    kept = {path: path.read_bytes() for path in ours(tmp_path) if "doctrees" in str(path)}
    exactness.take(Step(EDITS))
    for path, content in kept.items():
        path.write_bytes(content)
    exactness.take(Step((Edit("a figure", 0, 8),)))


def test_a_difference_is_told(tmp_path: Path) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    (tmp_path / "_build/incremental/html/docs/other.html").write_text("half", encoding="utf-8")
    with pytest.raises(Difference, match=r"other bytes: 1: docs/other\.html"):
        exactness.take(Step((Edit("a figure", 0, 7),)))
