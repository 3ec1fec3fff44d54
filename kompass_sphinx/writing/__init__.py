"""Evaluation files as they are written: empty ones to fill in, drafts, and changes that leave the rest as it was."""
