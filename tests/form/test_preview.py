"""The page beside the form, of a file that is not filled in yet."""

import pytest
from markupsafe import Markup

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.form.preview import Preview
from kompass_sphinx.language import Language
from kompass_sphinx.templates import Renderer
from tests.archives import catalogue, registry

HEAD = "municipality: Tingsryd\nyear: 2019\nedition: 2016\n"


def sources_of(text: str) -> str:
    """What the page says of the sources, as plain text."""
    language = Language("en")
    preview = Preview(Archive({}, (), registry(), catalogue()), language, Renderer(language, Frames(None)))
    page = preview.html(HEAD + text)
    _, _, after = page.partition('id="kallor"')
    return Markup(after.partition(">")[2].partition("<h3>")[0]).striptags()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sources: [{title: Påhittad, kind: slides, publisher: Ingen}]", "Source Påhittad. Slides, Ingen"),
        ("sources: [{title: , kind: slides, publisher: Ingen}]", "Source (no title yet). Slides, Ingen"),
        ("sources: [{kind: slides}]", "Source (no title yet). Slides: (no title yet)"),
        ("sources: [{title: Påhittad, publisher: Ingen}]", "Source Påhittad. Ingen"),
        ("sources: [{title: Påhittad, kind: bok}]", "Source Påhittad. Påhittad"),
        ("sources: [{title: Påhittad, kind: slides, date: maj, note: Se.}]", "Source Påhittad. Slides: Påhittad. Se."),
        (
            "sources: [{title: A, kind: slides}, {title: B}, {kind: news}]",
            "Sources A. Slides: A B. B (no title yet). News item: (no title yet)",
        ),
        ("sources: [{title: , kind: }]", "Source (no title yet). (no title yet)"),
        ("sources: []", "Source (no title yet). (no title yet)"),
        ("sources: påhittad", "Source (no title yet). (no title yet)"),
        ("total: 9377", "Source (no title yet). (no title yet)"),
    ],
)
def test_a_source_is_shown_with_what_is_known_of_it(text: str, shown: str) -> None:
    assert sources_of(f"{text}\n") == shown
