"""The site as one Sphinx application that stays: what was saved is read again, pages are made when asked for."""

from __future__ import annotations

import gc
import pickle
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.build_phase import BuildPhase
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.osutil import relative_uri
from sphinx.util.parallel import SerialTasks

from kompass_sphinx.exports.site_index import SITE_INDEX_FILE
from kompass_sphinx.reading.cache import EvaluationCache
from kompass_sphinx.reading.folder import read_folder
from kompass_sphinx.reading.problems import Problem
from kompass_sphinx.site.build import CACHE_FOLDER, EVALUATIONS_CACHE, KompassBuild, report, tell_broken_view, words_of
from kompass_sphinx.site.data import archive_files
from kompass_sphinx.site.events import domain_of
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.page_content import content_of, view_content
from kompass_sphinx.site.plan import PlannedPage
from kompass_sphinx.site.site_index import site_index_text
from kompass_sphinx.templates import Place
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.file_problems import ProblemNotice, problem_notice, stand_in_view
from kompass_sphinx.views.targets import Target

STAND_IN_FILE = ".stand-in.html"
_EVALUATION_PAGE = re.compile(r"evaluations/([^/]+/[0-9]{4})")


class _MemoryCache(EvaluationCache):
    """Starts from the build's cache and stays in memory: writing it takes longer than reading what was saved."""

    def save(self) -> None:
        """Keep the file as it is."""


class _Unwritten(Freshness):
    """Pages are made when they are asked for, so none is stale."""

    def stale_documents(self, *_: object) -> list[str]:
        """No documents."""
        return []


@contextmanager
def live_site(source: Path, folder: Path, overrides: Mapping[str, Any] | None = None) -> Iterator[LiveSite]:
    """The site of the project in ``source``; what Sphinx changes of docutils for it is undone afterwards.

    ``folder`` is for what Sphinx writes; ``overrides`` are settings in place of those in conf.py.
    """
    with patch_docutils(source), docutils_namespace():
        yield LiveSite(source, folder, overrides or {})


class LiveSite:
    """The pages and files of a project's site as they would be built now. Not for several threads at a time."""

    def __init__(self, source: Path, folder: Path, overrides: Mapping[str, Any]) -> None:
        self._app = Sphinx(source, source, folder / "html", folder / "doctrees", "html", dict(overrides), status=None)
        assert isinstance(self._app.builder, StandaloneHTMLBuilder)
        self._builder = self._app.builder
        self._domain = domain_of(self._app.env)
        self._cache = _MemoryCache(self._app.doctreedir / CACHE_FOLDER / EVALUATIONS_CACHE)
        self._made: dict[str, bytes] = {}
        self._files: dict[str, bytes] = {}
        self._broken: dict[str, str] = {}
        self._use(self._domain.build)
        self.read_prose()
        self._builder.finish_tasks = SerialTasks()
        self._builder.copy_assets()
        # What is here stays: without this the collector looks through all of it during every other save.
        gc.collect()
        gc.freeze()

    @property
    def evaluations(self) -> Path:
        """The folder of evaluations."""
        return Path(self._app.confdir, self._app.config.kompass_evaluations)

    @property
    def context(self) -> Context:
        """What views are made from now."""
        return self._build.making.context

    @property
    def shaping_paths(self) -> tuple[Path, ...]:
        """The files and folders of the project that shape every page: a change there takes a new start."""
        config, folder = self._app.config, Path(self._app.confdir)
        configured = (*config.templates_path, *config.html_static_path, *config.html_extra_path)
        return (folder / "conf.py", *(folder / path for path in configured))

    def read_archive(self) -> None:
        """Read the changed evaluations; every page may be another now."""
        now = self._build
        shown_as = self._app.config.kompass_evaluations
        reading = read_folder(self.evaluations, shown_as, now.registry, now.catalogue, self._cache)
        report(reading.problems, now.language)
        self._use(now.making.again(reading))

    def read_prose(self) -> bool:
        """Read the changed documents; whether there were any."""
        env, builder = self._app.env, self._builder
        known = set(env.found_docs)
        builder.phase = BuildPhase.READING
        updated = set(builder.read())
        updated.update(env.check_dependents(self._app, updated))
        changed = bool(updated) or known != env.found_docs
        if changed:
            with (self._app.doctreedir / ENV_PICKLE_FILENAME).open("wb") as file:
                pickle.dump(env, file, pickle.HIGHEST_PROTOCOL)
            builder.phase = BuildPhase.CONSISTENCY_CHECK
            env.check_consistency()
        # As they were before the last page added its own.
        builder.init_css_files()
        builder.init_js_files()
        builder.prepare_writing(env.found_docs)
        self._use(self._build.making.again())
        return changed

    def page(self, name: str) -> bytes | None:
        """A page as it would be built; None when the site has none of this name."""
        if name not in self._made:
            planned = next((page for page in self._build.making.plan if page.name == name), None)
            if name in self._app.env.found_docs:
                self._write_document(name)
            elif planned is None or not self._write_planned(planned):
                return None
            self._made[name] = self._builder.get_output_path(name).read_bytes()
        return self._made[name]

    def file(self, path: str) -> bytes | None:
        """A data file, or a static one; None when there is none."""
        if path in self._build.data_files:
            if not self._files:
                self._files = {path: text.encode() for path, text in self._data_files()}
            return self._files[path]
        outdir = Path(self._app.outdir)
        try:
            found = (outdir / path).resolve()
            is_ours = found.is_relative_to(outdir.resolve()) and found.suffix != ".html" and found.is_file()
        except (OSError, ValueError):  # no name that a file can have
            return None
        return found.read_bytes() if is_ours else None

    def notice(self, name: str) -> str:
        """HTML of the problems there are now, for the top of a page; empty when there are none."""
        notice = self._notice(name)
        if notice.own is None and not notice.others:
            return ""
        return self._build.making.renderer.render("problem_notice.html", notice, self._place(name))

    def stand_in(self, name: str) -> bytes:
        """A page in place of one that is not to be had: the problems of its file, or that there is none."""
        text = self.context.text
        path = self._file_of(name)
        notice = self._notice(name)
        if notice.own is not None:
            title, lede = "", text("The page comes back when the file has been mended and saved.")
        elif name in self._broken:
            title, lede = text("The page could not be made"), self._broken[name]
        elif path:
            title = text("There is no such evaluation")
            lede = text("There is no file %(path)s. When it is saved, its page comes here.", path=path)
        else:
            title, lede = text("There is no such page"), text("No page has the address %(name)s.", name=name)
        view = stand_in_view(self.context, title, lede, notice)
        file = Path(self._app.outdir) / STAND_IN_FILE
        content = view_content(self._build, "stand_in.html", view, self._place(name))
        self._builder.handle_page(name, content, outfilename=file)
        return file.read_bytes()

    def _place(self, name: str) -> Place:
        """The links of a page, to those too that stand in for a broken one."""
        place, uri = self._build.making.place(name), self._builder.get_target_uri
        stand_ins = {Target(self._page_of(problem.path)) for problem in self._build.reading.problems}

        def link(target: Target) -> str | None:
            return relative_uri(uri(name), uri(target.page)) if target in stand_ins else place.link(target)

        return replace(place, link=link)

    def _notice(self, name: str) -> ProblemNotice:
        problems: dict[str, list[Problem]] = {}
        for problem in self._build.reading.problems:
            problems.setdefault(problem.path, []).append(problem)
        pages = {path: Target(page) for path in problems if (page := self._page_of(path))}
        own = self._file_of(name)
        return problem_notice(self.context, problems, pages, own, self._source(own) if own in problems else "")

    def _source(self, path: str) -> str:
        try:
            return (Path(self._app.confdir) / path).read_text("utf-8", "replace")
        except OSError:
            return ""

    def _file_of(self, page: str) -> str:
        """The file, as shown, that an evaluation's page is made from; empty for other pages."""
        found = _EVALUATION_PAGE.fullmatch(page)
        return f"{self._app.config.kompass_evaluations}/{found[1]}.yaml" if found else ""

    def _page_of(self, path: str) -> str:
        page = f"evaluations/{path.removeprefix(f'{self._app.config.kompass_evaluations}/').removesuffix('.yaml')}"
        return page if self._file_of(page) == path else ""

    def _use(self, build: KompassBuild) -> None:
        self._build = build
        self._domain.use(build, _Unwritten(self._builder))
        self._made, self._files, self._broken = {}, {}, {}

    def _write_document(self, name: str) -> None:
        builder = self._builder
        builder.phase = BuildPhase.RESOLVING
        doctree = self._app.env.get_and_resolve_doctree(name, builder, tags=self._app.tags)
        builder.phase = BuildPhase.WRITING
        builder.write_doc_serialized(name, doctree)
        builder.write_doc(name, doctree)
        builder.copy_image_files()

    def _write_planned(self, planned: PlannedPage) -> bool:
        try:
            content = content_of(self._build, planned)
        except Exception as error:  # as in the build: told, and the page is missing
            tell_broken_view(self.context.language, planned.name, words_of(error), planned.location)
            self._broken[planned.name] = words_of(error)
            return False
        self._builder.handle_page(planned.name, content, "page.html")
        return True

    def _data_files(self) -> list[tuple[str, str]]:
        index = site_index_text(self._build, self._builder, self._domain.all_sections)
        return [*archive_files(self._build, self._builder), (SITE_INDEX_FILE, index)]
