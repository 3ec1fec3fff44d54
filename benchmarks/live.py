"""How long from the save of an evaluation until its page stands in a real browser with the new figure.

`python -m benchmarks.live SOURCE EVALUATIONS` starts the live server on the project in SOURCE with a folder of
evaluations, a demonstration's, and saves one of them again and again. A time is from before the write to the moment at
which the browser shows the new figure, all of the page being loaded; the file is put back as it was.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page

from kompass_sphinx.site.live.live_site import live_site
from kompass_sphinx.site.live.server import LiveServer, live
from tests.browser import find_browser, started

SAVES = 12
FIGURE = re.compile(r"^interviews: [0-9]+$", re.MULTILINE)  # one that no other depends on
LONGEST_MILLISECONDS = 120_000
SHOWN = "figure => document.readyState === 'complete' && document.querySelector('main').innerText.includes(figure)"


def measure(page: Page, address: str, file: Path) -> list[float]:
    """Seconds from each save of ``file`` to its page with the new figure."""
    original = file.read_text(encoding="utf-8")
    page.goto(f"{address}evaluations/{file.parent.name}/{file.stem}.html", wait_until="load")
    times = []
    try:
        for figure in range(61, 61 + SAVES):
            before = time.perf_counter()
            file.write_text(FIGURE.sub(f"interviews: {figure}", original), encoding="utf-8")
            page.wait_for_function(SHOWN, arg=f"{figure} interv", timeout=LONGEST_MILLISECONDS)
            times.append(time.perf_counter() - before)
    finally:
        file.write_text(original, encoding="utf-8")
    return times


def main(source: Path, evaluations: Path) -> None:
    """Measure, and print what was found as JSON."""
    executable = find_browser()
    if executable is None:
        sys.exit("No browser. `make test` finds or installs one.")
    file = next(path for path in sorted(evaluations.glob("*/*.yaml")) if FIGURE.search(path.read_text("utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        before = time.perf_counter()
        with live_site(source, Path(folder), {"kompass_evaluations": str(evaluations)}) as site:
            server = LiveServer(site, 0)
            start = time.perf_counter() - before
            with live(server, source), started(executable) as browser:
                times = measure(browser.new_page(), server.address, file)
    found = {"start": start, "median": statistics.median(times), "most": max(times)}
    print(json.dumps({"saves": SAVES, "seconds": {name: round(value, 2) for name, value in found.items()}}))


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:]))
