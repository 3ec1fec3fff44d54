"""Everything that a site makes of an archive, and what each of it is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, EVERYTHING, OUTLINES, Path, answer_of
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.items import ANYWHERE
from kompass_sphinx.archive.packed_answers import AnswerPacker, Evaluated
from kompass_sphinx.archive.recorded import RecordedArchive, Recorder
from kompass_sphinx.exports.files import makers
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.reading.packing import frame_of, packed
from kompass_sphinx.site.plan import plan
from kompass_sphinx.views.catalogue import FRAGMENTS
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.data_files import SCHEMA_FILE
from tests.archives import context_of

Thing = Callable[[], Any]

SEEN = ("4.2", "4.3", "5.1")
"""Sub-questions whose pages are made: those that made-up evaluations say something of, and one more."""


def things_of(archive: Archive, context: Context | None = None) -> dict[str, Thing]:
    """The views of all pages and fragments and what makes the data files, by name; of sub-questions a few.

    They are made from the archive itself or from ``context``, whose archive may be a recorded one.
    """
    context = context or context_of(archive)
    found: dict[str, Thing] = {}
    for page in plan(
        context, [one.slug for one in archive.with_page], dict.fromkeys(archive.evaluations, ""), with_search=True
    ):
        if page.template != "question.html" or page.name.endswith(SEEN):
            found[f"{page.template} {page.name}"] = page.view
    for name, fragment in FRAGMENTS.items():
        for argument in archive.catalogue.themes if fragment.needs_theme else ("",):
            found[f"fragment {name} {argument}"] = partial(fragment.view, context, argument)
    for maker in makers(context, archive.evaluations):
        if maker.paths[0] != SCHEMA_FILE:  # says nothing of the archive, and takes as long as all the rest
            found[f"file {maker.paths[0]}"] = maker.make
    return found


def digest_of(evaluation: Evaluation) -> str:
    """What stands for all that an evaluation says."""
    return hashlib.sha256(packed(evaluation)).hexdigest()


def recorder_of(archive: Archive) -> Recorder:
    """What is asked of an archive, as a build records it."""
    frames = {key: frame_of(one) for key, one in archive.evaluations.items()}
    frame = repr((frames, archive.known))
    outlines = repr(({key: one.outline for key, one in frames.items()}, archive.known))
    whole = {EVERYTHING: (frame, ANYWHERE), ALL_BUT_TEXTS: frame, OUTLINES: outlines}

    def answer(path: Path) -> Any:
        return whole[path] if path in whole else answer_of(archive, path)

    return Recorder(answer, packer_of(archive).packed)


def packer_of(archive: Archive) -> AnswerPacker:
    """What makes bytes of an archive's answers, as in a build."""
    return AnswerPacker(archive, contents_of(archive))


def contents_of(archive: Archive) -> Mapping[Evaluated, str]:
    """Digests of what evaluations say."""
    return {(one.municipality, one.year): digest_of(one) for one in archive}


def recorded_context(archive: Archive, recorder: Recorder) -> Context:
    """What views are made from in a build."""
    return replace(context_of(archive), archive=cast(Archive, RecordedArchive(archive, recorder)))
