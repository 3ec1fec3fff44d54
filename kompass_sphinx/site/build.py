"""What one build works with: what was read, and which pages there are.

A build in which nothing has changed needs no more than this. What makes pages and files is ``making``.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from kompass_sphinx.language import Language
from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.cache import EvaluationCache
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.folder import Key, Reading, read_folder
from kompass_sphinx.reading.problems import Code, Problem
from kompass_sphinx.site.manifest import Manifest
from kompass_sphinx.site.package import package_digest
from kompass_sphinx.views.targets import municipality_target

if TYPE_CHECKING:
    from kompass_sphinx.site.making import Making

CACHE_FOLDER = ".kompass"
EVALUATIONS_CACHE = "evaluations.cache"
BUILDERS_WITH_PAGES = ("html", "dirhtml")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class KompassBuild:
    """What was read for one build, and what that tells of its pages.

    ``before`` is what the last build wrote, where that is known. ``caches`` is the folder for what later builds use.
    ``has_pages`` is False for builders without collected pages: there, links and views become plain text.
    """

    reading: Reading
    registry: Registry
    catalogue: Catalogue
    language: Language
    caches: Path
    builder: Builder
    env: BuildEnvironment
    before: Manifest | None = None

    @cached_property
    def making(self) -> Making:
        """The archive, and the means to make pages and files of it."""
        # Imported here: most builds make little or nothing, and this takes longer to import than they take otherwise.
        from kompass_sphinx.site.making import Making

        return Making.of(self)

    @property
    def has_pages(self) -> bool:
        """Whether this builder makes pages from data."""
        return self.builder.name in BUILDERS_WITH_PAGES

    @cached_property
    def known_pages(self) -> frozenset[str] | None:
        """The names of the pages that data makes, where the last build had the same but for words and figures."""
        before = self.before
        if before is None or not self.has_pages or before.outline != self.outline_digest:
            return None
        return frozenset(before.pages)

    @cached_property
    def collected_pages(self) -> frozenset[str]:
        """The names of the pages that data makes."""
        return self.known_pages if self.known_pages is not None else frozenset(page.name for page in self.making.plan)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the municipalities with a page, in the order of their names."""
        pages = self.known_pages
        if pages is None:
            return tuple(municipality.slug for municipality in self.making.archive.with_page)
        return tuple(one.slug for one in self.registry if municipality_target(one.slug).page in pages)

    @cached_property
    def data_files(self) -> frozenset[str]:
        """The paths of the data files, relative to the output."""
        if not self.has_pages:
            return frozenset()
        if self.before is not None and self.known_pages is not None:
            return frozenset(self.before.files)
        return self.making.data_paths

    def has_page(self, name: str) -> bool:
        """Whether the site has a page of this name, made by data or by people."""
        return name in self.collected_pages or name in self.env.found_docs

    @cached_property
    def digest(self) -> str:
        """A digest of all that was read, and of what makes something of it: nothing changed when it is the same."""
        return self._digest(self.reading.digests)

    @cached_property
    def frame_digest(self) -> str:
        """The same without the evaluators' words."""
        return self._digest({key: b"".join(frame) for key, frame in self.reading.frames.items()})

    @cached_property
    def outline_digest(self) -> str:
        """The same without words and figures."""
        return self._digest({key: frame.outline for key, frame in self.reading.frames.items()})

    def _digest(self, digests: Mapping[Key, str | bytes]) -> str:
        digest = sha256(package_digest() + self.builder.config.html_theme.encode())
        # The way of marshal's in which it does not matter who else holds a string; a tenth of the time of repr.
        digest.update(marshal.dumps(sorted(digests.items()), 2))
        digest.update(self.reading.register.digest)
        digest.update(repr([problem.path for problem in self.reading.problems]).encode())
        return digest.hexdigest()


def begin(app: Sphinx, before: Manifest | None) -> KompassBuild:
    """Read the archive for a build and report every problem of every file at its place.

    ``before`` is what the last build wrote, where that is known.
    """
    language = Language(app.config.language or "en")
    caches = Path(app.doctreedir) / CACHE_FOLDER
    registry, catalogue = load_registry(), load_catalogue()
    folder = Path(app.confdir) / app.config.kompass_evaluations
    cache = EvaluationCache(caches / EVALUATIONS_CACHE)
    reading = read_folder(folder, app.config.kompass_evaluations, registry, catalogue, cache, app.parallel)
    report(reading.problems, language)
    return KompassBuild(reading, registry, catalogue, language, caches, app.builder, app.env, before)


def words_of(error: Exception) -> str:
    """What an error says of itself."""
    return f"{type(error).__name__}: {error}"


def tell_broken_view(language: Language, name: str, reason: str, location: str | tuple[str, int]) -> None:
    """Warn of a page or a view that could not be made although its data could be read."""
    text = language.text(Code.BROKEN_VIEW.message, page=name, reason=reason)
    logger.warning("%s", text, location=location, type="kompass", subtype=Code.BROKEN_VIEW.value)


def report(problems: tuple[Problem, ...], language: Language) -> None:
    """Problems as Sphinx warnings: path:line:column: WARNING: message [kompass.code]."""
    for problem in problems:
        logger.warning(
            "%s",
            problem.text(language.gettext),
            location=f"{problem.path}:{problem.line}:{problem.column}",
            type="kompass",
            subtype=problem.code.value,
        )
