# Two commands do everything: `make brief` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
FILES ?=
OUT ?= brief

.PHONY: brief test bench lint types format clean
.DEFAULT_GOAL := brief

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "foedus needs Python 3.11 or later, this is " + sys.version)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

brief: .venv/ready ## Read the sample reports (or FILES="a.txt b.html") and write the brief
	$(BIN)/foedus brief $(if $(FILES),$(FILES),--samples) --out $(OUT)

test: .venv/ready lint types ## Lint, type-check, run all tests
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

format: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/ready ## Score every reader against ../shared/data, rewrite bench/README.md
	$(BIN)/python bench/gate.py

clean:
	rm -rf .venv brief build dist
