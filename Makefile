# The project's commands. `make help` lists them.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
ENVIRONMENT := .venv/made-from-lock
SPHINX_OPTIONS := -b html -j auto -n -W --keep-going
DOCTREES := -d _build/doctrees
LIVE_PORT ?= 8000
DEMO_COUNT ?= 300
DEMO_FOLDER ?= _build/demo
BENCH_SIZES ?= 300 1000 3000 10000
SOAK_MINUTES ?= 60
DEMO_NAME := Kommunkompassen-arkivet, demonstration med påhittade data
DEMO_OPTIONS := -D kompass_evaluations=$(DEMO_FOLDER)/evaluations -D project="$(DEMO_NAME)" -D html_title="$(DEMO_NAME)" \
	-D html_theme_options.announcement="Demonstration: allt på den här webbplatsen är påhittat. Kommunerna finns, men ingen siffra och ingen styrka har med dem att göra."

.DEFAULT_GOAL := help
.PHONY: help html demo bench benchsearch profile test soak mutate lint live messages lock clean

help: ## list the commands
	@echo "Usage: make COMMAND"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

html: $(ENVIRONMENT) ## build the site in _build/html
	@echo "Building the site of docs/ and evaluations/"
	@$(VENV_PYTHON) -m sphinx --quiet $(SPHINX_OPTIONS) $(DOCTREES) . _build/html
	@echo "The site is built. Open _build/html/index.html in a browser."

demo: $(ENVIRONMENT) ## build a site of 300 made-up evaluations in _build/demo/html
	@echo "Building a site of docs/ and $(DEMO_COUNT) made-up evaluations"
	@$(VENV_PYTHON) -m tests.demonstration $(DEMO_FOLDER)/evaluations $(DEMO_COUNT)
	@$(VENV_PYTHON) -m sphinx --quiet $(SPHINX_OPTIONS) -d $(DEMO_FOLDER)/doctrees $(DEMO_OPTIONS) . $(DEMO_FOLDER)/html
	@echo "Everything in it is made up. Open $(DEMO_FOLDER)/html/index.html in a browser."

bench: $(ENVIRONMENT) ## measure builds against Hugo, Eleventy and a plain script (an hour or more)
	@$(VENV_PYTHON) -m benchmarks $(BENCH_SIZES)

benchsearch: $(ENVIRONMENT) ## measure the search in sites of 300 and 3,000 made-up evaluations
	@$(VENV_PYTHON) -m scripts.install_browser
	@$(MAKE) --no-print-directory demo DEMO_FOLDER=_build/bench/search-300 DEMO_COUNT=300
	@$(MAKE) --no-print-directory demo DEMO_FOLDER=_build/bench/search-3000 DEMO_COUNT=3000
	@$(VENV_PYTHON) -m benchmarks.search _build/bench/search-300/html _build/bench/search-3000/html

profile: $(ENVIRONMENT) ## tell where the time of a build of 300 made-up evaluations goes
	@$(VENV_PYTHON) -m benchmarks.profile $(DEMO_COUNT)

test: $(ENVIRONMENT) ## run all tests, those in a real browser too
	@$(VENV_PYTHON) -m scripts.install_browser
	@$(VENV_PYTHON) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile
	@echo "All tests passed. To see the site: make html"

soak: $(ENVIRONMENT) ## edit and interrupt builds for an hour (SOAK_MINUTES), each compared with a clean one
	@$(VENV_PYTHON) -m tests.exactness $(SOAK_MINUTES)

mutate: $(ENVIRONMENT) ## break the code that reads and counts at every place, and see that a test fails (hours)
	@$(VENV_PYTHON) -m scripts.mutation $(MUTATED)

lint: $(ENVIRONMENT) ## check style, types and which room imports which
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .
	@$(VENV_PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache

live: $(ENVIRONMENT) ## serve the site at http://127.0.0.1:8000, reloaded at every save
	@$(VENV_PYTHON) -m kompass_sphinx.site.live . _build/live --port $(LIVE_PORT)

messages: $(ENVIRONMENT) ## bring the Swedish catalogue up to date with the code
	@$(VENV_PYTHON) -m scripts.messages

lock: ## write requirements.lock anew from pyproject.toml
	@sh scripts/lock_requirements.sh "$(PYTHON)"

clean: ## delete what the other commands made, all but .venv
	@rm -rf _build build dist mutants kompass_sphinx.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find benchmarks conf.py kompass_sphinx scripts tests -name __pycache__ -prune -exec rm -rf {} +
	@echo "Cleaned. The virtual environment is left; rm -rf .venv removes it too."

$(ENVIRONMENT): requirements.lock pyproject.toml scripts/make_environment.sh
	@sh scripts/make_environment.sh "$(PYTHON)" $@
