# Settings of the site; the settings of the extension are described in docs/reference/settings.md.

project = "Kommunkompassen-arkivet"
author = "Kommunkompassen-arkivet"
language = "sv"

extensions = ["myst_parser", "sphinx_design", "kompass_sphinx"]
nitpicky = True

# The source folder is the project's root: only what is named here is a page.
include_patterns = ["index.md", "docs/**"]
# Sphinx would walk these, and skips no hidden folder by itself.
exclude_patterns = [
    "_build",
    ".*",
    "build",
    "dist",
    "evaluations",
    "kompass_sphinx",
    "node_modules",
    "scripts",
    "tests",
]

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "kompass"
html_title = project
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False
html_domain_indices = False
html_permalinks_icon = "#"
