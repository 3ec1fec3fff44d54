"""Frames come from memory, from disk or from the drawing, and are the same wherever they come from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.charts.frame import Frame, Scale
from kompass_sphinx.charts.frame_cache import Frames

if TYPE_CHECKING:
    import pytest

FRAME = Frame('<path class="track" d="M0 1z"/>', "över\nrad", Scale(0.1, 1 / 3), Scale(-2, 60))
OTHER = Frame("", "", Scale(0, 1), Scale(0, 1))


class Drawing:
    """Counts how often it is asked to draw."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Frame:
        self.times += 1
        return FRAME


def only_entry(folder: Path) -> Path:
    (entry,) = folder.iterdir()
    return entry


def test_without_a_folder_a_frame_is_drawn_once() -> None:
    frames, draw = Frames(None), Drawing()
    assert frames.get("key", draw) == frames.get("key", draw) == FRAME
    assert draw.times == 1


def test_a_frame_outlives_its_provider_unchanged(tmp_path: Path) -> None:
    draw = Drawing()
    assert Frames(tmp_path / "new" / "folder").get("key", draw) == FRAME
    assert Frames(tmp_path / "new" / "folder").get("key", draw) == FRAME
    assert draw.times == 1


def test_another_key_is_another_frame(tmp_path: Path) -> None:
    Frames(tmp_path).get("key", Drawing())
    assert Frames(tmp_path).get("other key", lambda: OTHER) == OTHER


def test_another_matplotlib_draws_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Frames(tmp_path).get("key", Drawing())
    monkeypatch.setattr("kompass_sphinx.charts.frame_cache.version", lambda _: "0")
    assert Frames(tmp_path).get("key", lambda: OTHER) == OTHER


def test_another_frame_version_draws_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Frames(tmp_path).get("key", Drawing())
    monkeypatch.setattr("kompass_sphinx.charts.frame_cache.FRAME_VERSION", 0)
    assert Frames(tmp_path).get("key", lambda: OTHER) == OTHER


@settings(deadline=None)
@given(st.binary(max_size=60), st.floats(0, 1), st.integers(0, 60))
def test_a_damaged_entry_is_drawn_again_and_mended(
    tmp_path_factory: pytest.TempPathFactory, damage: bytes, share: float, removed: int
) -> None:
    folder = tmp_path_factory.mktemp("frames")
    Frames(folder).get("key", Drawing())
    entry = only_entry(folder)
    whole = entry.read_bytes()
    at = int(share * len(whole))
    entry.write_bytes(whole[:at] + damage + whole[at + removed :])
    assert Frames(folder).get("key", Drawing()) == FRAME
    assert entry.read_bytes() == whole
    assert [entry] == list(folder.iterdir())


def test_a_foreign_entry_under_the_right_name_is_drawn_again(tmp_path: Path) -> None:
    Frames(tmp_path).get("key", Drawing())
    entry = only_entry(tmp_path)
    own = entry.read_bytes()
    entry.unlink()
    Frames(tmp_path).get("other key", lambda: OTHER)
    only_entry(tmp_path).rename(entry)
    assert Frames(tmp_path).get("key", Drawing()) == FRAME
    assert entry.read_bytes() == own


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    draw = Drawing()
    for _ in range(2):
        assert Frames(tmp_path / "file").get("key", draw) == FRAME
    assert draw.times == 2


def test_an_entry_that_cannot_be_replaced_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    assert Frames(tmp_path).get("key", Drawing()) == FRAME
    assert list(tmp_path.iterdir()) == []


WARM = """
import sys
from pathlib import Path
from tests.charts.chart_examples import PROFILE, TREND
from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.charts.profile import profile_svg
from kompass_sphinx.charts.trend import trend_svg
frames = Frames(Path(sys.argv[1]))
profile_svg(PROFILE, frames), trend_svg(TREND, frames)
print("matplotlib" in sys.modules, "matplotlib.pyplot" in sys.modules)
"""


def test_a_warm_cache_needs_no_matplotlib_and_a_cold_one_no_pyplot(tmp_path: Path) -> None:
    def run() -> str:
        command = [sys.executable, "-c", WARM, str(tmp_path)]
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2]).stdout

    assert run().split() == ["True", "False"]
    assert run().split() == ["False", "False"]
