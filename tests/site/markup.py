"""A built page as a tree, read with the standard library's parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

_WITHOUT_END = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Element:
    """An element of a page with what it holds."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """The element itself and all elements in it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    @cached_property
    def text(self) -> str:
        """All text in the element; white space is one space, and so is the border of two elements."""
        parts = (child if isinstance(child, str) else child.text for child in self.children)
        return plain(" ".join(parts))

    def all(self, tag: str = "", *, css_class: str = "", id_start: str = "") -> list[Element]:
        """The elements that have this tag, this class, and an id that begins like this."""
        return [
            element
            for element in self
            if (not tag or element.tag == tag)
            and (not css_class or css_class in element.attributes.get("class", "").split())
            and (not id_start or element.attributes.get("id", "").startswith(id_start))
        ]

    def one(self, tag: str = "", *, css_class: str = "") -> Element:
        """The only element that has this tag and class."""
        (element,) = self.all(tag, css_class=css_class)
        return element

    def by_id(self, identifier: str) -> Element:
        """The only element with this id."""
        (element,) = [element for element in self if element.attributes.get("id") == identifier]
        return element

    def links(self) -> list[str]:
        """Every address that the element links to or fetches, as it is written."""
        return [
            element.attributes[name]
            for element in self
            for name in ("href", "src", "data", "poster")
            if name in element.attributes
        ]


def plain(text: str) -> str:
    """The text with every run of white space as one space, those that do not break too."""
    return " ".join(text.split())


def read_page(path: Path) -> Element:
    """The page of a file; a tag that is not closed, or closed twice, is an error."""
    parser = _TreeBuilder()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    if len(parser.open) != 1:
        raise ValueError(f"{path}: <{parser.open[-1].tag}> is not closed")
    return parser.open[0]


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            raise ValueError(f"line {self.getpos()[0]}: <{tag}> has an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _WITHOUT_END:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _WITHOUT_END:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise ValueError(f"line {self.getpos()[0]}: </{tag}> where <{self.open[-1].tag}> is open")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
