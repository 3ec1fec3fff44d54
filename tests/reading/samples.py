"""Broken files in small: a sign marks the place where the problem is."""

from kompass_sphinx.reading.problems import Place

SIGN = "¤"

HEAD = """\
# A comment.
municipality: Tingsryd
year: 2019
edition: 2016
"""
SOURCES = """\
sources:
  - title: Rapport
    kind: report
"""
WHOLE = HEAD + SOURCES


def marked(text: str) -> tuple[str, list[Place]]:
    """The text without the signs, and the places where they stood."""
    places = []
    for number, line in enumerate(text.split("\n"), start=1):
        pieces = line.split(SIGN)[:-1]
        places += [Place(number, sum(map(len, pieces[: end + 1])) + 1) for end in range(len(pieces))]
    return text.replace(SIGN, ""), places
