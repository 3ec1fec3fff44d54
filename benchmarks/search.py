"""How soon the first result is on the screen after a key, and what is fetched for it, in a real browser.

`python -m benchmarks.search SITE …` measures built sites (folders of HTML), as `make bench` does for demonstrations of
300 and 3,000 evaluations. A time is from the event of the key to the frame in which the new results are painted.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser import find_browser, started, visiting
from tests.server import serving

FINDER = "docs/examples.html"
QUERIES = ("medborgardialog", "samarbete over forvaltningsgranser", "budget", "orebro", "projektmodel ledare")
ROUNDS = 3

# From a key to the frame after the one in which the results changed: two frames, so that the first is painted.
WATCH = """
() => {
  const field = document.querySelector("#finder-query");
  const results = document.querySelector('[data-part="results"]');
  window.times = [];
  let pressed = null;
  field.addEventListener("keydown", () => { pressed = performance.now(); }, { capture: true });
  new MutationObserver(function () {
    const from = pressed;
    if (from === null || !results.querySelector(".finder-result")) return;
    pressed = null;
    requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - from)));
  }).observe(results, { childList: true, subtree: true });
}
"""


SHOWN = "before => times.length > before || !document.querySelector('.finder-result')"


def weight(site: Path, address: str) -> int:
    """The bytes of a file of the site, compressed."""
    return len(gzip.compress((site / urlsplit(address).path.lstrip("/")).read_bytes(), 9))


@contextmanager
def finder(site: Path, query: str = "") -> Iterator[tuple[Page, list[str]]]:
    """The finder's page, and the addresses that it fetches as it lives."""
    executable = find_browser()
    if executable is None:
        sys.exit("No browser. `make test` finds or installs one.")
    with serving(site) as root, started(executable) as browser, visiting(browser, "about:blank") as visit:
        fetched: list[str] = []
        visit.page.on("request", lambda request: fetched.append(request.url))
        visit.page.goto(f"{root}/{FINDER}{query}", wait_until="networkidle")
        yield visit.page, fetched


def measure_weights(site: Path) -> dict[str, int]:
    """Bytes compressed: style and scripts before the field is touched, and the records of one theme at most."""
    with finder(site) as (_, fetched):
        first = sum(weight(site, address) for address in fetched if urlsplit(address).path.endswith((".css", ".js")))
    records: Counter[str] = Counter()
    for path in (site / "data" / "search").glob("*-*.js"):
        records[path.name.rpartition("-")[0]] += weight(site, f"data/search/{path.name}")
    return {"before the field is touched": first, "records of the heaviest theme": max(records.values())}


def measure_keys(site: Path, chosen: str) -> list[float]:
    """Milliseconds from each key to its results, all records of what is chosen being there."""
    with finder(site, chosen) as (page, _):
        page.focus("#finder-query")
        page.wait_for_load_state("networkidle")
        page.evaluate(WATCH)
        for _ in range(ROUNDS):
            for query in QUERIES:
                page.fill("#finder-query", "")
                for key in query:
                    before = page.evaluate("times.length")
                    page.keyboard.press(key if key != " " else "Space")
                    page.wait_for_function(SHOWN, arg=before)
        times: list[float] = page.evaluate("times")
    return times


def main(sites: list[str]) -> None:
    """Measure the sites and print what was found as JSON."""
    for name in sites:
        site = Path(name)
        found: dict[str, object] = {"site": site.parent.name, "bytes": measure_weights(site)}
        for title, chosen in (("one theme", "?omrade=ledarskap"), ("all themes", "")):
            times = measure_keys(site, chosen)
            found[f"milliseconds, {title}"] = {
                "keys": len(times),
                "least": round(min(times)),
                "median": round(statistics.median(times)),
                "most": round(max(times)),
            }
        print(json.dumps(found, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
