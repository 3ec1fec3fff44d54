"""The machine-readable twins of the pages. Knows nothing of HTML or Sphinx."""
