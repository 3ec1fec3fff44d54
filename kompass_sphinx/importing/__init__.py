"""Reports as PDF, Word, HTML or text, read into drafts of evaluation files."""
