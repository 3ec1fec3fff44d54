"""What an edition, a municipality and an evaluation are. Knows nothing of files, Sphinx or HTML."""
