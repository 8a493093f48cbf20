# Needs Python 3.11 or newer with pip, and make. Everything else goes into .venv.

# the first of these that is new enough, looked for once and only where it is needed
PYTHON ?= $(eval PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; \
	done; echo python3))$(PYTHON)
VENV ?= .venv
BIN := $(VENV)/bin
# Modules are compiled when they are first used: most never are.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt
# uv takes a tenth of pip's time. It reads none of pip's settings: where packages come from those, pip goes on.
install = $(PIP) uv && $(UV) --editable '$(WHAT)' || { echo "uv could not install them, pip tries" >&2; $(PIP) --editable '$(WHAT)'; }

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo test test-all lint compiled clean

help: ## show these lines
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/make \1	\2/p' Makefile

demo: $(VENV)/.installed ## load the samples, print the first answers and serve them
	@$(BIN)/quotes demo

# Tests start programs, which begin much faster where modules are kept compiled.
test test-all: export PYTHONDONTWRITEBYTECODE =

test: $(VENV)/.installed-dev ## run the extractor's tests, and the first of each part of store, server and commands
	QUOTES_TEST_PROFILE=quick $(BIN)/python -m pytest --numprocesses auto --dist loadfile

test-all: $(VENV)/.installed-all ## run all tests, on both databases, with other readers of the exports, a browser and forty times the examples
	QUOTES_TEST_PROFILE=thorough $(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.installed-dev ## check style, format and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

compiled: $(BIN)/python ## build a wheel in dist/ whose extractor is compiled: the same answers, sooner (needs a C compiler)
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@echo "pip install dist/quotes-*.whl puts it into an environment"

clean: ## remove the environment and whatever was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find alembic api quotes tests -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment without pip of its own (Debian's Python) gets it from the pip outside.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "quotes needs Python 3.11 or newer, $(PYTHON) is $$($(PYTHON) --version 2>&1); try: make PYTHON=python3.12" >&2; \
		exit 1; }
	@echo "Creating $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --quiet --python $@ install pip; }

$(VENV)/.installed: WHAT := .
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing quotes"
	@$(install)
	@touch $@

$(VENV)/.installed-all: WHAT := .[dev,tools]
$(VENV)/.installed-all: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing quotes and all that its answers are tried with"
	@$(install)
	@touch $@ $(VENV)/.installed-dev $(VENV)/.installed

$(VENV)/.installed-dev: WHAT := .[dev]
$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing quotes and what its tests need"
	@$(install)
	@touch $@ $(VENV)/.installed
