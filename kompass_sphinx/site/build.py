"""What one build works with: the archive, read once, and the means to render it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, EVERYTHING, OUTLINES, answer_of
from kompass_sphinx.archive.answers import Path as AnswerPath
from kompass_sphinx.archive.archive import Archive, Key
from kompass_sphinx.archive.items import ANYWHERE
from kompass_sphinx.archive.moved_answers import moved_by
from kompass_sphinx.archive.packed_answers import AnswerPacker, Evaluated
from kompass_sphinx.archive.recorded import RecordedArchive, Recorder
from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.exports.files import data_paths
from kompass_sphinx.language import Language
from kompass_sphinx.reading.cache import EvaluationCache
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.folder import Reading, read_folder
from kompass_sphinx.reading.problems import Code, Problem
from kompass_sphinx.site.addresses import Addresses
from kompass_sphinx.site.last_build import Said
from kompass_sphinx.site.manifest import Manifest
from kompass_sphinx.site.package import package_digest
from kompass_sphinx.site.plan import PlannedPage, plan
from kompass_sphinx.site.theme import THEME
from kompass_sphinx.templates import Place, Renderer
from kompass_sphinx.templates.compiled import CompiledTemplates
from kompass_sphinx.views.catalogue import FRAGMENTS
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.targets import municipality_target

CACHE_FOLDER = ".kompass"
EVALUATIONS_CACHE = "evaluations.cache"
_PAGE = "page"
T = TypeVar("T")
BUILDERS_WITH_PAGES = ("html", "dirhtml")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class KompassBuild:
    """The archive and the renderer of one build.

    ``before`` is what the last build wrote, where that is known.
    ``has_pages`` is False for builders without collected pages: there, links and views become plain text.
    """

    reading: Reading
    context: Context
    renderer: Renderer
    builder: Builder
    env: BuildEnvironment
    before: Manifest | None = None

    @property
    def archive(self) -> Archive:
        """All evaluations that could be read."""
        return self.context.archive

    @property
    def has_pages(self) -> bool:
        """Whether this builder makes pages from data."""
        return self.builder.name in BUILDERS_WITH_PAGES

    @cached_property
    def plan(self) -> tuple[PlannedPage, ...]:
        """The pages that data makes; none for a builder without them."""
        if not self.has_pages:
            return ()
        with_search = self.builder.config.html_theme == THEME
        return tuple(plan(self.recorded_context, self.slugs, self.reading.paths, with_search=with_search))

    @cached_property
    def recorder(self) -> Recorder:
        """What is asked of the archive to make pages and files."""
        archive = self.archive

        whole = {
            EVERYTHING: (self.frame_digest, ANYWHERE),
            ALL_BUT_TEXTS: self.frame_digest,
            OUTLINES: self.outline_digest,
        }

        def answer(path: AnswerPath) -> Any:
            if path in whole:
                return whole[path]
            return (path[1] in self.collected_pages) if path[0] == _PAGE else answer_of(archive, path)

        return Recorder(answer, self.packer.packed)

    @cached_property
    def packer(self) -> AnswerPacker:
        """What makes bytes of answers, and answers of bytes."""
        return AnswerPacker(self.archive, self.contents)

    @cached_property
    def contents(self) -> dict[Evaluated, str]:
        """Digests of what evaluations say."""
        return self._by_name(self.reading.digests)

    @property
    def said(self) -> Said:
        """What evaluations say, to be compared with what they said in another build."""
        figures = {key: frame.figures for key, frame in self.reading.frames.items()}
        return Said(self.contents, self._by_name(figures), self.outline_digest)

    def _by_name(self, values: Mapping[Key, T]) -> dict[Evaluated, T]:
        by_slug = self.archive.registry.by_slug
        return {(by_slug[slug].name, year): value for (slug, year), value in values.items()}

    def moved_by(self, changed: Mapping[Evaluated, Sequence[int]]) -> Callable[[AnswerPath], bool]:
        """Tells of the path of an answer whether it can be another when these figures are (``archive.moved_answers``).

        Which pages there are is no matter of figures.
        """
        is_moved = moved_by(self.archive, changed)
        return lambda path: path[0] != _PAGE and is_moved(path)

    @cached_property
    def recorded_context(self) -> Context:
        """What views are made from: the archive, recorded."""
        return replace(self.context, archive=cast(Archive, RecordedArchive(self.archive, self.recorder)))

    @cached_property
    def known_pages(self) -> frozenset[str] | None:
        """The names of the pages that data makes, where the last build had the same but for words and figures."""
        before = self.before
        if before is None or not before.complete or not self.has_pages or before.outline != self.outline_digest:
            return None
        return frozenset(before.pages)

    @cached_property
    def collected_pages(self) -> frozenset[str]:
        """The names of the pages that data makes."""
        return self.known_pages if self.known_pages is not None else frozenset(page.name for page in self.plan)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the municipalities with a page, in the order of their names."""
        archive, pages = self.archive, self.known_pages
        if pages is None:
            return tuple(municipality.slug for municipality in archive.with_page)
        return tuple(one.slug for one in archive.registry if municipality_target(one.slug).page in pages)

    @cached_property
    def data_files(self) -> frozenset[str]:
        """The paths of the data files, relative to the output."""
        if not self.has_pages:
            return frozenset()
        return data_paths(self.archive)

    def has_page(self, name: str) -> bool:
        """Whether the site has a page of this name, made by data or by people."""
        return name in self.collected_pages or name in self.env.found_docs

    def asked_page(self, name: str) -> bool:
        """The same, recorded; which documents there are every page depends on (``layout_digest``)."""
        return name in self.env.found_docs or self.recorder.ask((_PAGE, name))

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of this site's pages."""
        return Addresses(self.builder, self.asked_page)

    def place(self, page: str) -> Place:
        """The links of a page, and its own address."""
        return self.addresses.place(page)

    def fragment(self, name: str, argument: str, page: str) -> str:
        """The HTML of a view in prose; made once, though it is asked for when comparing and when writing.

        Empty, and told as a warning, when it could not be made.
        """
        key = (name, argument, page)
        if key not in self._fragments:
            fragment = FRAGMENTS[name]
            with self.recorder.recording() as asked:
                try:
                    view = fragment.view(self.recorded_context, argument)
                    html = self.renderer.render(fragment.template, view, self.place(page))
                except Exception as error:  # an error in one view must not lose the page around it
                    tell_broken_view(self.context, name, words_of(error), (page, 1))
                    html = ""
            self._fragments[key] = html, asked
        html, asked = self._fragments[key]
        self.recorder.note(asked)
        return html

    @cached_property
    def _fragments(self) -> dict[tuple[str, str, str], tuple[str, set[int]]]:
        return {}

    @cached_property
    def digest(self) -> str:
        """A digest of all that was read, and of what makes something of it: nothing changed when it is the same."""
        return self._digest(self.reading.digests)

    @cached_property
    def frame_digest(self) -> str:
        """The same without the evaluators' words."""
        return self._digest(self.reading.frames)

    @cached_property
    def outline_digest(self) -> str:
        """The same without words and figures."""
        return self._digest({key: frame.outline for key, frame in self.reading.frames.items()})

    @cached_property
    def _known_digest(self) -> bytes:
        return sha256(repr(self.archive.known).encode()).digest()

    def _digest(self, digests: Mapping[Key, object]) -> str:
        digest = sha256(package_digest() + self.builder.config.html_theme.encode())
        digest.update(repr(sorted(digests.items())).encode())
        digest.update(self._known_digest)
        digest.update(repr([problem.path for problem in self.reading.problems]).encode())
        return digest.hexdigest()


def complaint_about(build: KompassBuild, name: str, argument: str) -> str:
    """What is wrong with a view's name and argument; nothing when they are right."""
    text = build.context.text
    fragment = FRAGMENTS.get(name)
    if fragment is None:
        near = ", ".join(get_close_matches(name, FRAGMENTS, n=1)) or ", ".join(sorted(FRAGMENTS))
        return text("unknown view '%(name)s'; there is: %(near)s", name=name, near=near)
    themes = build.archive.catalogue.themes
    if fragment.needs_theme and argument not in themes:
        return text(
            "the view '%(name)s' needs a theme, not '%(argument)s'; the themes are: %(themes)s",
            name=name,
            argument=argument,
            themes=", ".join(themes),
        )
    if not fragment.needs_theme and argument:
        return text("the view '%(name)s' takes no '%(argument)s'", name=name, argument=argument)
    return ""


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
    archive = Archive(reading.evaluations, reading.known, registry, catalogue)
    program = package_digest() + language.code.encode()
    return KompassBuild(
        reading,
        Context(archive, language),
        Renderer(language, Frames(caches / "frames"), CompiledTemplates(caches / "templates", program)),
        app.builder,
        app.env,
        before,
    )


def words_of(error: Exception) -> str:
    """What an error says of itself."""
    return f"{type(error).__name__}: {error}"


def tell_broken_view(context: Context, name: str, reason: str, location: str | tuple[str, int]) -> None:
    """Warn of a page or a view that could not be made although its data could be read."""
    text = context.text(Code.BROKEN_VIEW.message, page=name, reason=reason)
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
