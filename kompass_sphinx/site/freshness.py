"""Keeps what was written as fresh as what it was made from, and takes away what no longer has a source.

Sphinx rewrites a document when its source changes. Ours also change when the archive does: their views and
references are compared with those last written (architecture: documents that hold a view are as fresh as it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from kompass_sphinx.reading.whole_files import remove_unfinished
from kompass_sphinx.site.build import BUILDERS_WITH_PAGES, CACHE_FOLDER, KompassBuild
from kompass_sphinx.site.layout import layout_digest, named_digest
from kompass_sphinx.site.manifest import Manifest
from kompass_sphinx.site.objects import ANY, Holdings
from kompass_sphinx.site.written_paths import WrittenPaths
from kompass_sphinx.views.targets import SEARCH

if TYPE_CHECKING:
    from kompass_sphinx.site.dependencies import Dependencies

BROKEN = "broken"


class Freshness:
    """What the last build wrote, and what this one does.

    ``before`` is None when the output cannot be trusted. ``ours`` are the paths of what may be there all the same.
    ``stale`` are the documents to write again; a build of named files leaves some of them unwritten, and its output
    can then not be trusted.
    """

    build: KompassBuild

    def __init__(self, builder: Builder) -> None:
        self.folder = manifest_folder(builder)
        self.outdir = Path(builder.outdir)
        self.caches = Path(builder.doctreedir) / CACHE_FOLDER
        self.before = Manifest.load(self.folder)
        self.ours = WrittenPaths((self.folder, _beside_doctrees(builder)))
        self.now = Manifest()
        self.stale: frozenset[str] = frozenset()
        self.written: set[str] = set()

    def begin(self, build: KompassBuild) -> None:
        """The archive has been read, and nothing has been made of it yet."""
        self.build = build
        self.now.archive, self.now.outline = build.digest, build.outline_digest

    @cached_property
    def dependencies(self) -> Dependencies:
        """What things are made of; to be asked for once the documents have been read, and before anything is made."""
        dependencies = self.build.making.dependencies(self.folder)
        if self.before is not None and self.before.archive != self.build.digest:
            dependencies.load(self.before.dependencies)
        return dependencies

    def stale_documents(
        self, app: Sphinx, env: BuildEnvironment, build: KompassBuild, holdings_of: Callable[[str], Holdings]
    ) -> list[str]:
        """The documents to write again though their source is the same."""
        self.now.layout = layout_digest(app, env)
        named = named_digest(env)
        # Another builder, or a build that was broken off, may have read a document that this output does not have yet.
        self.now.documents = {
            name: self._document(build, name, holdings_of(name), f"{named} {env.all_docs.get(name)}")
            for name in sorted(env.found_docs)
        }
        self.stale = frozenset(
            name
            for name, digest in self.now.documents.items()
            if digest.endswith(BROKEN) or self.trusted.documents.get(name) != digest
        )
        return sorted(self.stale)

    @property
    def trusted(self) -> Manifest:
        """What the last build wrote and what still stands; nothing where it was broken off or looked different."""
        before = self.before
        return before if before is not None and before.layout == self.now.layout else Manifest()

    @property
    def has_same_archive(self) -> bool:
        """Whether the last build read the same."""
        return self.now.archive != "" and self.trusted.archive == self.now.archive

    def _document(self, build: KompassBuild, docname: str, holdings: Holdings, read: str) -> str:
        """What the document holds and a digest of how it looks: the last one again when nothing it needs differs.

        ``read`` tells when it was read, and what documents could name of each other then.
        """
        holds = sha256(repr((holdings, read)).encode()).hexdigest()
        last = self.trusted.documents.get(docname, "")
        name = f"document {docname} {holds}"
        if (
            last.startswith(holds)
            and not last.endswith(BROKEN)
            and (self.has_same_archive or self.dependencies.is_fresh(name))
        ):
            return last
        with self.dependencies.recording(name):
            return f"{holds} {document_digest(build, docname, holdings)}"

    def begin_writing(self, builder: Builder, build: KompassBuild) -> None:
        """From here on, until it has ended well, the output cannot be trusted; what may be written is known as ours."""
        before = self.before or Manifest()
        if self.before is None:
            remove_unfinished(self.outdir)
            remove_unfinished(self.caches)
        # Where pages are is the same as long as they look the same.
        names = {*before.documents, *self.now.documents, *(build.collected_pages - self.trusted.pages.keys())}
        self.ours.keep(self.ours.paths | self._paths_in(before) | self._paths_of(builder, names) | build.data_files)
        Manifest.drop(self.folder)

    def end_writing(self, builder: Builder) -> None:
        """The output is whole: take away what has no source any more, and say what there is."""
        # With another theme Sphinx has a page of its own in the place of our search.
        own = (SEARCH,) if getattr(builder, "search", False) else ()
        there = self._paths_in(self.now) | self._paths_of(builder, self.now.documents)
        self._delete(self.ours.paths - there - self._paths_of(builder, own))
        self.ours.keep(there)
        if self.stale <= self.written:
            self.now.dependencies = self.trusted.dependencies if self.has_same_archive else self.dependencies.save()
            self.now.save(self.folder)

    @staticmethod
    def _paths_in(manifest: Manifest) -> Set[str]:
        """The paths of the pages and files in a manifest."""
        return manifest.files.keys() | {path for _, path, _ in manifest.pages.values()}

    def _paths_of(self, builder: Builder, names: Iterable[str]) -> Set[str]:
        """The paths of pages by their names; none where builders have no file for each page."""
        if not isinstance(builder, StandaloneHTMLBuilder):
            return frozenset()
        return {builder.get_output_path(name).relative_to(self.outdir).as_posix() for name in names}

    def _delete(self, paths: Set[str]) -> None:
        outdir = self.outdir.resolve()
        for path in (self.outdir / name for name in sorted(paths)):
            if not path.resolve().is_relative_to(outdir):
                continue
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == self.outdir or not folder.is_relative_to(self.outdir):
                    break
                try:
                    folder.rmdir()
                except FileNotFoundError:  # an interrupted build never came to it
                    continue
                except OSError:  # there is something in it
                    break


def manifest_folder(builder: Builder) -> Path:
    """Beside the output; for builders without pages beside the doctrees, since epub packs all that it finds."""
    if builder.name in BUILDERS_WITH_PAGES:
        return Path(builder.outdir) / CACHE_FOLDER
    return _beside_doctrees(builder)


def _beside_doctrees(builder: Builder) -> Path:
    """Beside the doctrees, one for each builder and output."""
    output = sha256(str(builder.outdir).encode()).hexdigest()[:8]
    return Path(builder.doctreedir) / CACHE_FOLDER / f"{builder.name}-{output}"


def document_digest(build: KompassBuild, docname: str, holdings: Holdings) -> str:
    """A digest of the views that a document holds and of what its references lead to; empty without any.

    A document with a view or a target that does not exist is broken: it is written, and warned of, in every build.
    """
    if not holdings.views and not holdings.references:
        return ""
    digest = sha256()
    for name, argument in holdings.views:
        if build.making.complaint_about(name, argument):
            return BROKEN
        content = build.making.fragment(name, argument, docname) if build.has_pages else name
        if not content:
            return BROKEN
        digest.update(content.encode())
    for reference, linked in holdings.references:
        if linked is None and reference[0] != ANY:
            return BROKEN
        has_page = linked is not None and build.making.asked_page(linked.target.page)
        digest.update(repr((reference, linked, has_page)).encode())
    return digest.hexdigest()
