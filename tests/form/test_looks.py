"""What there is to look at in a draft: short, at its fields and in the list, and gone when it is settled."""

from __future__ import annotations

import re
from pathlib import Path

from kompass_sphinx.form.server import FormServer
from tests.form.served import opened, pressed


def test_marks_of_a_draft_stand_at_their_fields_and_go_when_they_are_settled(server: FormServer, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    marked = before.replace("total: 377\n", "total: 377  # OSÄKER: står som 37T.\n")
    marked = marked.replace("first: true\n", "# first:  # OSÄKER: Fanns inte.\n")
    marked = marked.replace("    strengths:\n", "    strengths:  # SKRIV OM: med egna ord\n", 1)
    file.write_text(marked, encoding="utf-8")
    page = opened(server)
    assert "Three things to look at." in page.page
    for name in ("total", "first", "areas/1/strengths"):
        assert f'<p class="form-problem" id="problem:{name}">' in page.page
    page["total"] = "378"
    page = pressed(server, page, page.button("settle"))
    assert page["total"] == "378"
    page = pressed(server, pressed(server, page, page.button("settle")), "save")
    assert file.read_text(encoding="utf-8") == (
        before.replace("total: 377\n", "total: 378\n")
        .replace("first: true\n", "# first:\n")
        .replace("    strengths:\n", "    strengths:  # SKRIV OM: med egna ord\n", 1)
    )


def list_of(page: str) -> str:
    """The list of what there is to mend and to look at."""
    return page.partition('<div id="problem-list">')[2].partition("</section>")[0]


def test_what_there_is_to_look_at_in_an_area_is_one_line_that_opens(server: FormServer, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    marked = before.replace(
        "    strengths:\n", "    # impression:  # OSÄKER: Fanns inte.\n    strengths:  # SKRIV OM: x\n", 2
    )
    marked = re.sub("^(      - .*)$", r"\1  # OSÄKER: Står ihop.", marked, count=2, flags=re.MULTILINE)
    file.write_text(marked.replace("total: 377\n", "total: 377  # OSÄKER:\n"), encoding="utf-8")
    shown = list_of(opened(server).page)
    assert re.findall("<b>([^<]+)</b>", shown) == ["The evaluation:", "Area 1", "Area 2"]
    assert shown.count("<details") == shown.count("<summary") == 2
    assert "four things to look at" in shown
    assert "two things to look at" in shown
    assert '<a href="#total">Total, of 800 points: Hold this against the report.</a>' in shown
    assert '<a href="#areas/1/strengths">Strengths: Restate this in your own words.</a>' in shown
    assert '<a href="#areas/1/strengths/1">Strength 2: Står ihop.</a>' in shown
    assert '<a href="#areas/2/impression">The evaluators’ impression of the area: Fanns inte.</a>' in shown
    assert "comment" not in shown


def test_all_marks_of_an_area_are_settled_at_once_and_no_others(server: FormServer, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    line = "    # impression:  # OSÄKER: Fanns inte.\n"
    marked = before.replace("    strengths:\n", f"{line}    strengths:  # SKRIV OM: x\n", 2)
    file.write_text(marked, encoding="utf-8")
    page = opened(server)
    [first, _] = [one for one in re.findall(r'value="(settle [^"]+)"', page.page) if "," in one]
    page = pressed(server, pressed(server, page, first), "save")
    after = before.replace("    strengths:\n", "    # impression:\n    strengths:\n", 1)
    head, strengths, rest = after.partition("    strengths:\n")
    expected = head + strengths + rest.replace("    strengths:\n", f"{line}    strengths:  # SKRIV OM: x\n", 1)
    assert file.read_text(encoding="utf-8") == expected
    assert "Two things to look at." in page.page


def test_the_text_of_a_draft_has_the_same_list_with_line_numbers(server: FormServer, file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("total: 377\n", "total: 377  # OSÄKER: Otydligt.\n")
    file.write_text(text, encoding="utf-8")
    shown = list_of(opened(server, "?as=text").page)
    number = text.splitlines().index("total: 377  # OSÄKER: Otydligt.") + 1
    assert f'Total, of 800 points: Otydligt. <span class="quiet">Line {number}</span>' in " ".join(shown.split())
