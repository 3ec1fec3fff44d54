"""What people do to a project between two builds: one small function for each kind of edit.

Each is given two numbers: which of the things that it can be done to, and what is made of it. Where there is nothing
to do it to, it does nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.exactness.project import CONFIGURATION, PAGES, TEMPLATE, evaluation_text, municipality
from tests.site.sites import KNOWN, Site

Kind = Callable[[Site, int, int], None]

KINDS: dict[str, Kind] = {}
"""Every kind of edit by its name."""

BROKEN = (
    "",
    "municipality: [Mark",
    "\0\0\0",
    "municipality: Mark\nyear: 1\nedition: 2016\n",
    "a: &a [*a]\n",
    "total: 12\ntotal: 13\n",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of a kind; ``repr`` is what it takes to do it again."""

    kind: str
    which: int
    value: int

    def apply(self, site: Site) -> None:
        """Do it."""
        KINDS[self.kind](site, self.which, self.value)


def kind(name: str) -> Callable[[Kind], Kind]:
    """Name a kind of edit."""

    def register(edit: Kind) -> Kind:
        KINDS[name] = edit
        return edit

    return register


def evaluations(site: Site) -> list[Path]:
    """The files of evaluations, broken ones too."""
    return sorted(site.folder.glob("evaluations/*/*.yaml"))


def pages(site: Site) -> list[Path]:
    """The pages that people wrote, but the first, which must be there."""
    return sorted(site.folder.glob("docs/**/*.md"))


def some(paths: list[Path], which: int) -> list[Path]:
    """One of the paths, if there is any."""
    return [paths[which % len(paths)]] if paths else []


def replaced(path: Path, pattern: str, new: str) -> None:
    """Write the file with what first matches the pattern replaced."""
    text = path.read_bytes().decode()
    path.write_bytes(re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE).encode())


@kind("a figure")
def change_figure(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        replaced(path, r"^total: .*", f"total: {300 + value}")


@kind("a figure of an area")
def change_area(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        replaced(path, r"^    points: .*", f"    points: {value % 100}")


@kind("a figure of a sub-question")
def change_question(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        replaced(path, r"percent: \d+", f"percent: {value}")


@kind("a figure, as old and as large as before")
def change_unseen(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        before = path.stat()
        replaced(path, r"^total: .*", f"total: {300 + value}")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@kind("a text")
def change_text(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        replaced(path, r"- text: .*", f"- text: Påhittat program nummer {value}.")


@kind("who is named")
def change_named(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        replaced(path, r"  - municipality: .*", f"  - municipality: {municipality(value).name}")


@kind("the edition")
def change_edition(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        replaced(path, r"^edition: .*", f"edition: {(2010, 2016)[value % 2]}")


@kind("a new evaluation")
def add(site: Site, which: int, value: int) -> None:
    slug, year = municipality(which).slug, 2016 + value % 5
    site.write(f"evaluations/{slug}/{year}.yaml", evaluation_text(slug, year, value))


@kind("an evaluation renamed")
def rename(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        year = 2016 + value % 5
        replaced(path, r"^year: .*", f"year: {year}")
        path.replace(path.with_name(f"{year}.yaml"))


@kind("a file renamed, but not what it says")
def misplace(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        path.replace(path.with_name(f"{2016 + value % 5}.yaml"))


@kind("an evaluation deleted")
def delete(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        path.unlink()
        if value % 2 and not any(path.parent.iterdir()):
            path.parent.rmdir()


@kind("a file broken")
def break_file(site: Site, which: int, value: int) -> None:
    for path in some(evaluations(site), which):
        text = path.read_bytes()
        broken = [*(part.encode() for part in BROKEN), text[: len(text) // 2], text.replace(b"edition: ", b"editon: ")]
        path.write_bytes(broken[value % len(broken)])


@kind("a file mended")
def mend(site: Site, which: int, value: int) -> None:
    for path in some([path for path in evaluations(site) if b"sources:" not in path.read_bytes()], which):
        path.write_text(evaluation_text(path.parent.name, int(path.stem), value), encoding="utf-8")


@kind("a file touched")
def touch(site: Site, which: int, _: int) -> None:
    for path in some([*evaluations(site), *pages(site)], which):
        path.touch()


@kind("the register")
def change_register(site: Site, which: int, value: int) -> None:
    head, *rows = KNOWN.splitlines(keepends=True)
    one = municipality(which)
    rows.append(f"{one.code},{one.name},{2005 + value % 9},Påhittad {value},Påhittad förteckning för ett prov\n")
    site.write("evaluations/known.csv", head + "".join(rows[: value % 4]) + ("trasig" if value % 7 == 6 else ""))


@kind("the words of a page")
def change_prose(site: Site, which: int, value: int) -> None:
    for path in some(pages(site), which):
        path.write_text(path.read_text("utf-8") + f"\nMera text {value}.\n", encoding="utf-8")


@kind("the title of a page")
def change_title(site: Site, which: int, value: int) -> None:
    for path in some([*pages(site), site.folder / "index.md"], which):
        replaced(path, r"^# .*", f"# Rubrik {value}")


@kind("a heading that another page names")
def change_heading(site: Site, which: int, value: int) -> None:
    for path in some([path for path in pages(site) if "(kanda)=" in path.read_text("utf-8")], which):
        replaced(path, r"^## .*", f"## Under rubrik {value}")


@kind("a view or a reference on a page")
def change_view(site: Site, which: int, value: int) -> None:
    slug, year = municipality(value).slug, 2016 + value % 5
    added = (
        "```{kompass:view} places\n```",
        "```{kompass:view} finder\n```",
        "```{kompass:view} latest\n```",
        "```{kompass:view} nosuch\n```",
        f"{{kompass:evaluation}}`{slug}/{year}`",
        f"{{kompass:municipality}}`{slug}`",
        f"{{any}}`{slug}`",
        "{kompass:question}`2016/4.3`",
    )
    for path in some(pages(site), which):
        path.write_text(f"{path.read_text('utf-8')}\n{added[value % len(added)]}\n", encoding="utf-8")


@kind("a file that a page includes")
def change_included(site: Site, which: int, value: int) -> None:
    for path in some(pages(site), which):
        text, added = path.read_text("utf-8"), "\n```{include} /docs/part.inc\n```\n"
        if added not in text:
            path.write_text(text + added, encoding="utf-8")
    site.write("docs/part.inc", f"Del {value}.\n")


@kind("a page as it was at first")
def restore_page(site: Site, which: int, _: int) -> None:
    path, text = list(PAGES.items())[which % len(PAGES)]
    site.write(path, text)


@kind("a new page")
def add_page(site: Site, which: int, value: int) -> None:
    site.write(f"docs/{'more/' * (which % 2)}{which % 5}.md", f"# Ny sida {value}\n\nSe {{doc}}`/docs/other`.\n")


@kind("a page renamed")
def rename_page(site: Site, which: int, value: int) -> None:
    for path in some(pages(site), which):
        path.replace(path.with_name(f"flyttad-{value % 5}.md"))


@kind("a page deleted")
def delete_page(site: Site, which: int, _: int) -> None:
    for path in some(pages(site), which):
        path.unlink()


@kind("the style sheet")
def change_style(site: Site, _: int, value: int) -> None:
    site.write("static/own.css", f"p {{ margin: {value}px }}\n")


@kind("a template")
def change_template(site: Site, _: int, value: int) -> None:
    set_value(site, "templates_path", '["templates"]')
    site.write("templates/layout.html", TEMPLATE.replace("1", str(value)))


@kind("no template")
def remove_template(site: Site, _: int, __: int) -> None:
    set_value(site, "templates_path", "[]")


@kind("the configuration")
def configure(site: Site, which: int, value: int) -> None:
    name, text = (
        ("project", f'"Arkivet {value}"'),
        ("html_title", f'"Titeln {value}"'),
        ("html_theme_options", f'{{"announcement": "Påhittat {value}"}}'),
        ("html_css_files", '["own.css"]' if value % 2 else "[]"),
        ("myst_heading_anchors", str(1 + value % 3)),
        ("html_permalinks_icon", f'"{"#§"[value % 2]}"'),
        ("exclude_patterns", '["docs/more"]' if value % 2 else "[]"),
    )[which % 7]
    set_value(site, name, text)


@kind("the configuration as it was at first")
def restore_configuration(site: Site, _: int, __: int) -> None:
    site.write("conf.py", CONFIGURATION)


@kind("the language")
def change_language(site: Site, _: int, value: int) -> None:
    set_value(site, "language", f'"{("sv", "en")[value % 2]}"')


@kind("another folder of evaluations")
def change_folder(site: Site, _: int, value: int) -> None:
    name = ("evaluations", "others")[value % 2]
    set_value(site, "kompass_evaluations", f'"{name}"')
    if not (site.folder / name).exists():
        site.write(f"{name}/mark/2017.yaml", evaluation_text("mark", 2017, value))


def set_value(site: Site, name: str, value: str) -> None:
    """Set a value in conf.py."""
    path = site.folder / "conf.py"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(f"{name} = ")]
    path.write_text("\n".join([*lines, f"{name} = {value}", ""]), encoding="utf-8")
