"""The archive of one build, recorded, and the means to make pages and files of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, TypeVar, cast

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, EVERYTHING, OUTLINES, Path, answer_of
from kompass_sphinx.archive.archive import Archive, Key
from kompass_sphinx.archive.items import ANYWHERE
from kompass_sphinx.archive.moved_answers import moved_by
from kompass_sphinx.archive.packed_answers import AnswerPacker, Evaluated
from kompass_sphinx.archive.recorded import RecordedArchive, Recorder
from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.exports.files import data_paths
from kompass_sphinx.reading.folder import Reading
from kompass_sphinx.site.addresses import Addresses
from kompass_sphinx.site.build import KompassBuild, tell_broken_view, words_of
from kompass_sphinx.site.dependencies import Dependencies
from kompass_sphinx.site.last_build import Said
from kompass_sphinx.site.package import package_digest
from kompass_sphinx.site.plan import PlannedPage, plan
from kompass_sphinx.site.theme import THEME
from kompass_sphinx.templates import Place, Renderer
from kompass_sphinx.templates.compiled import CompiledTemplates
from kompass_sphinx.views.catalogue import FRAGMENTS
from kompass_sphinx.views.context import Context

_PAGE = "page"
T = TypeVar("T")


@dataclass(frozen=True)
class Making:
    """What makes pages and files in a build."""

    build: KompassBuild
    context: Context
    renderer: Renderer

    @classmethod
    def of(cls, build: KompassBuild) -> Making:
        """What makes those of a build that has just begun."""
        language, reading = build.language, build.reading
        program = package_digest() + language.code.encode()
        return cls(
            build,
            Context(Archive(reading.evaluations, reading.known, build.registry, build.catalogue), language),
            Renderer(language, Frames(build.caches / "frames"), CompiledTemplates(build.caches / "templates", program)),
        )

    def again(self, reading: Reading | None = None) -> KompassBuild:
        """The build after an edit of prose or, with a new ``reading``, of evaluations.

        What is known of evaluations that are the same is kept; of the output nothing is known after an edit of any.
        """
        if reading is None:
            build, context = replace(self.build), self.context
        else:
            build = replace(self.build, reading=reading, before=None)
            context = replace(self.context, archive=self.archive.with_evaluations(reading.evaluations, reading.known))
        vars(build)["making"] = replace(self, build=build, context=context)
        return build

    @property
    def archive(self) -> Archive:
        """All evaluations that could be read."""
        return self.context.archive

    @property
    def data_paths(self) -> frozenset[str]:
        """The paths of the data files, relative to the output."""
        return data_paths(self.archive)

    @cached_property
    def plan(self) -> tuple[PlannedPage, ...]:
        """The pages that data makes; none for a builder without them."""
        if not self.build.has_pages:
            return ()
        with_search = self.build.builder.config.html_theme == THEME
        return tuple(plan(self.recorded_context, self.build.slugs, self.build.reading.paths, with_search=with_search))

    @cached_property
    def recorder(self) -> Recorder:
        """What is asked of the archive to make pages and files."""
        archive, build = self.archive, self.build
        whole = {
            EVERYTHING: (build.frame_digest, ANYWHERE),
            ALL_BUT_TEXTS: build.frame_digest,
            OUTLINES: build.outline_digest,
        }

        def answer(path: Path) -> Any:
            if path in whole:
                return whole[path]
            return (path[1] in build.collected_pages) if path[0] == _PAGE else answer_of(archive, path)

        return Recorder(answer, self.packer.packed)

    @cached_property
    def packer(self) -> AnswerPacker:
        """What makes bytes of answers, and answers of bytes."""
        return AnswerPacker(self.archive, self.contents)

    @cached_property
    def contents(self) -> dict[Evaluated, str]:
        """Digests of what evaluations say."""
        return self._by_name(self.build.reading.digests)

    @property
    def said(self) -> Said:
        """What evaluations say, to be compared with what they said in another build."""
        figures = {key: frame.figures for key, frame in self.build.reading.frames.items()}
        return Said(self.contents, self._by_name(figures), self.build.outline_digest)

    def _by_name(self, values: Mapping[Key, T]) -> dict[Evaluated, T]:
        by_slug = self.archive.registry.by_slug
        return {(by_slug[slug].name, year): value for (slug, year), value in values.items()}

    def moved_by(self, changed: Mapping[Evaluated, Sequence[int]]) -> Callable[[Path], bool]:
        """Tells of the path of an answer whether it can be another when these figures are (``archive.moved_answers``).

        Which pages there are is no matter of figures.
        """
        is_moved = moved_by(self.archive, changed)
        return lambda path: path[0] != _PAGE and is_moved(path)

    @cached_property
    def recorded_context(self) -> Context:
        """What views are made from: the archive, recorded."""
        return replace(self.context, archive=cast(Archive, RecordedArchive(self.archive, self.recorder)))

    def dependencies(self, folder: FilePath) -> Dependencies:
        """What things are made of in this build; what the last one made of what is kept in ``folder``."""
        return Dependencies(self.recorder, self.packer, folder, self.said, self.moved_by)

    def asked_page(self, name: str) -> bool:
        """Whether the site has a page of this name, recorded; every page depends on which documents there are."""
        return name in self.build.env.found_docs or self.recorder.ask((_PAGE, name))

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of this site's pages."""
        return Addresses(self.build.builder, self.asked_page)

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
                    tell_broken_view(self.build.language, name, words_of(error), (page, 1))
                    html = ""
            self._fragments[key] = html, asked
        html, asked = self._fragments[key]
        self.recorder.note(asked)
        return html

    @cached_property
    def _fragments(self) -> dict[tuple[str, str, str], tuple[str, set[int]]]:
        return {}

    def complaint_about(self, name: str, argument: str) -> str:
        """What is wrong with a view's name and argument; nothing when they are right."""
        text = self.context.text
        fragment = FRAGMENTS.get(name)
        if fragment is None:
            near = ", ".join(get_close_matches(name, FRAGMENTS, n=1)) or ", ".join(sorted(FRAGMENTS))
            return text("unknown view '%(name)s'; there is: %(near)s", name=name, near=near)
        themes = self.archive.catalogue.themes
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
