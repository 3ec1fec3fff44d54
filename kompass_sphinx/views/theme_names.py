"""Short names of the themes, for narrow columns and the compass."""

from __future__ import annotations

from kompass_sphinx.language import message_id
from kompass_sphinx.views.context import Context

_SHORT_NAMES = {
    "demokrati": message_id("Democracy"),
    "brukare": message_id("Users"),
    "styrning": message_id("Governance"),
    "ledarskap": message_id("Leadership"),
    "effektivitet": message_id("Efficiency"),
    "arbetsgivare": message_id("Employer"),
    "utveckling": message_id("Improvement"),
    "samhalle": message_id("Society"),
}


def short_name(context: Context, theme: str) -> str:
    """One word for a theme; its id where it has none."""
    return context.language.gettext(_SHORT_NAMES[theme]) if theme in _SHORT_NAMES else theme
