"""Sequences of edits and builds, and what must be so after each of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree

from hypothesis import strategies as st

from kompass_sphinx.reading import stamps
from tests.exactness.building import Ended, Tree, build, sources_digest, tree_of
from tests.exactness.edits import KINDS, Edit
from tests.exactness.interruptions import Interruption, interruptions
from tests.exactness.project import write_project

BUILDERS = ("html", "dirhtml")


SAME_LABEL = ("duplicate label", "duplicerad etikett")
"""What Sphinx says of pages with the same label. Links lead to the one read last: nothing is promised then."""


@dataclass(frozen=True, slots=True)
class Step:
    """Edits, and the build after them: with this builder, in so many processes, maybe interrupted.

    ``later`` when so much time has gone by since the last edit that times of files can be trusted.
    """

    edits: tuple[Edit, ...]
    builder: str = "html"
    processes: int = 1
    later: bool = False
    interruption: Interruption | None = None


@dataclass
class Tally:
    """What was tried."""

    sequences: int = 0
    builds: int = 0
    edits: Counter[str] = field(default_factory=Counter)
    interruptions: Counter[str] = field(default_factory=Counter)
    """By their kind, those that came to pass and how the build ended."""


def steps(*, interrupted: bool) -> st.SearchStrategy[Step]:
    """Any step."""
    small = st.integers(0, 99)
    edit = st.builds(Edit, st.sampled_from(sorted(KINDS)), st.integers(0, 20), small)
    edits = st.lists(edit, min_size=0 if interrupted else 1, max_size=3).map(tuple)
    return st.builds(
        Step,
        edits,
        st.sampled_from(BUILDERS),
        st.sampled_from((1, 2)),
        st.booleans(),
        st.none() | interruptions() if interrupted else st.none(),
    )


_CLEAN: dict[tuple[bytes, str], tuple[Ended, Tree]] = {}
"""Clean builds by their sources and builder: where the project is must not show."""


class Difference(AssertionError):  # noqa: N818 - what it is
    """An incremental build that is not what a clean one is."""


class Exactness:
    """A project that steps are taken with, and builds of it compared with clean ones."""

    def __init__(self, folder: Path, tally: Tally | None = None) -> None:
        self.site = write_project(folder)
        self.tally = tally or Tally()

    def take(self, step: Step) -> None:
        """Make the edits, build, and compare, unless the build did not come to its end."""
        for edit in step.edits:
            edit.apply(self.site)
            self.tally.edits[edit.kind] += 1
        watch = step.interruption.watch(self.site) if step.interruption else lambda: None

        def begin() -> None:
            if step.later:
                stamps.SETTLES_AFTER = 0
            watch()

        ended = build(self.site, "incremental", step.builder, begin, "-j", str(step.processes))
        self.tally.builds += 1
        if step.interruption:
            self.tally.interruptions[f"{step.interruption.kind}: {how(ended)}"] += 1
            step.interruption.restore(self.site)
        if not ended.is_clear:
            raise Difference(f"unclear end, status {ended.status}:\n{ended.said}")
        if ended.status == 0 and not (step.interruption and step.interruption.changes_sources):
            self.compare(step.builder, ended)
        elif ended.status != 0 and not step.interruption:
            clean, _ = self.clean(step.builder)
            if clean.status == 0:
                raise Difference(f"failed, and a clean build does not:\n{ended.said}")

    def compare(self, builder: str, ended: Ended) -> None:
        """Raise Difference unless the last build left and said what a clean one does."""
        clean, expected = self.clean(builder)
        if any(words in clean.said for words in SAME_LABEL):
            return
        left = tree_of(self.site, "incremental", builder)
        if left != expected:
            raise Difference("\n".join(["", *differences(left, expected)]))
        if ended.complaints != clean.complaints:
            raise Difference(f"said {ended.complaints}\nnot {clean.complaints}")

    def clean(self, builder: str) -> tuple[Ended, Tree]:
        """What a build of the project as it is says and leaves where nothing was built before."""
        key = sources_digest(self.site), builder
        if key not in _CLEAN:
            for name in ("clean", "clean-doctrees"):
                rmtree(self.site.folder / "_build" / name, ignore_errors=True)
            ended = build(self.site, "clean", builder)
            self.tally.builds += 1
            _CLEAN[key] = ended, tree_of(self.site, "clean", builder)
        return _CLEAN[key]


def forget_clean_builds() -> None:
    """Forget them, so that a long run does not keep thousands."""
    _CLEAN.clear()


def how(ended: Ended) -> str:
    """How a build ended, in a word."""
    return "whole" if ended.status == 0 else "killed" if ended.status < 0 else "failed"


def differences(left: Tree, expected: Tree) -> list[str]:
    """The paths that differ, at most a dozen of each kind."""
    kinds = {
        "too many": left.keys() - expected.keys(),
        "missing": expected.keys() - left.keys(),
        "other bytes": {path for path in left.keys() & expected.keys() if left[path] != expected[path]},
    }
    return [f"{kind}: {len(paths)}: {', '.join(sorted(paths)[:12])}" for kind, paths in kinds.items() if paths]


def run(sequence: list[Step], folder: Path, tally: Tally | None = None) -> None:
    """Take all steps, and then, for each builder, one more that nothing interrupts."""
    exactness = Exactness(folder, tally)
    for step in [*sequence, *(Step((), builder) for builder in sorted({step.builder for step in sequence}))]:
        exactness.take(step)
    exactness.tally.sequences += 1
