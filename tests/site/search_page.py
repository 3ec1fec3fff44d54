"""The search as tests read it: its field, what it says, the kinds found and their hits."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

KINDS = ["Kommuner", "Områden", "Delfrågor", "Goda exempel", "Sidor"]
FAILED = "Allt kunde inte hämtas. Läs in sidan på nytt och försök igen."


def field(page: Page) -> Locator:
    """Where words are written."""
    return page.get_by_label("Kommun, område, delfråga eller ord")


def status(page: Page) -> Locator:
    """Where it is said how many hits there are."""
    return page.get_by_role("status")


def headings(page: Page) -> list[str]:
    """The headings of the kinds found, without their counts, when all is fetched that is needed."""
    expect(status(page)).to_have_text(re.compile("träff(ar)? på ”.*”$"))
    return [text.rpartition(" ")[0].removesuffix(" minst") for text in page.locator("main h2").all_inner_texts()]


def hits(page: Page, kind: str) -> Locator:
    """What is found of a kind."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=kind)).locator("li")


def numbers(page: Page, kind: str) -> str:
    """The count beside a kind's heading."""
    return page.get_by_role("heading", name=kind).locator(".quiet").inner_text()
