"""The Sphinx glue: configuration, domain, directive, pages, freshness and messages."""
