"""A local web form for one evaluation file: fields, problems as one types, and the page beside them."""
