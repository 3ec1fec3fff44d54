"""What every page depends on besides its own content: versions, configuration, theme, titles of documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import sphinx
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from kompass_sphinx.site.package import package_digest


def layout_digest(app: Sphinx, env: BuildEnvironment) -> str:
    """A digest of what stands on, or shapes, every page: when it differs, every page is made again."""
    digest = sha256(f"{sphinx.__version__} {app.builder.name}".encode() + package_digest())
    values = sorted((value.name, stable_text(value.value)) for value in app.config.filter(frozenset({"html", "env"})))
    digest.update(repr(values).encode())
    digest.update(repr(sorted((name, title.astext()) for name, title in env.titles.items())).encode())
    digest.update(repr(sorted(env.toctree_includes.items())).encode())
    for path in sorted(_files(app)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def named_digest(env: BuildEnvironment) -> str:
    """A digest of what documents may name of each other, with its title: headings, labels, objects of other domains.

    Sphinx does not write a document again when the title of what it names becomes another.
    """
    named = [
        (domain.name, *map(str, one))
        for domain in env.domains.sorted()
        if domain.name != "kompass"
        for one in domain.get_objects()
    ]
    slugs = [(name, stable_text(of_document.get("myst_slugs"))) for name, of_document in env.metadata.items()]
    return sha256(repr((sorted(named), sorted(slugs))).encode()).hexdigest()


def stable_text(value: object) -> str:
    """A configured value as text, the same in every process: no order of sets, no addresses in memory."""
    if isinstance(value, Mapping):
        return repr(sorted((stable_text(key), stable_text(part)) for key, part in value.items()))
    if isinstance(value, set | frozenset):
        return repr(sorted(stable_text(part) for part in value))
    if isinstance(value, list | tuple):
        return repr([stable_text(part) for part in value])
    if value is None or isinstance(value, str | int | float | Path):
        return repr(value)
    return getattr(value, "__qualname__", type(value).__qualname__)


def _files(app: Sphinx) -> Iterator[Path]:
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    folders = [Path(folder) for folder in app.builder.theme.get_theme_dirs()]
    configured = [*app.config.templates_path, *app.config.html_static_path]
    folders += [Path(app.confdir) / folder for folder in configured]
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
