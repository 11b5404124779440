# Every target runs in .venv/, which is made first and renewed whenever the lock or pyproject.toml changes.

SHELL := /bin/sh
MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(shell python3.11 -c "" 2>/dev/null && echo python3.11 || echo python3)
UV     ?= uv
AS_OF  ?= 2026-09-21

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

# The sample's papers speak of one day. Without it, passing time alone would change what these targets print.
ON_THE_DAY = --records records --as-of $(AS_OF)

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-11s %s\n", $$1, $$2 }' Makefile

.PHONY: agenda
agenda: .venv/.stamp ## Print the agenda of the next meeting in records/
	@$(BIN)/lianxi agenda $(ON_THE_DAY) --audience 内部

.PHONY: check
check: .venv/.stamp ## Check records/
	@$(BIN)/lianxi check $(ON_THE_DAY)

.PHONY: test
test: .venv/.stamp ## Run the tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: test-papers
test-papers: .venv/.stamp ## Run the tests that need LibreOffice or Chromium (first .ci/install-papers)
	@$(BIN)/python -m pytest -m papers -n auto --dist loadfile

.PHONY: preview
preview: .venv/.stamp ## Lay out every paper of the sample year into build/preview/ (first .ci/install-papers)
	@PYTHONPATH=tests $(BIN)/python -m papers build/preview

.PHONY: fuzz
fuzz: .venv/.stamp ## Try mutated records for FUZZ_SECONDS (300), from a seed of FUZZ_SEED
	@FUZZ_SECONDS=$(or $(FUZZ_SECONDS),300) FUZZ_SEED=$(or $(FUZZ_SEED),$$$$) $(BIN)/python -X faulthandler -m pytest -s tests/test_fuzz.py

.PHONY: lint
lint: .venv/.stamp ## Check style, types and the direction of imports
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/test_house.py

.PHONY: bless
bless: .venv/.stamp ## Accept the present output as the golden output
	@LIANXI_BLESS=1 $(BIN)/python -m pytest tests/test_golden.py tests/test_docs.py

.PHONY: bench
bench: .venv/.stamp $(if $(QUICK),,.venv-bench/.stamp) ## Measure the speed, in some minutes (QUICK=1: in about one)
	@PYTHONPATH=tests $(BIN)/python -m bench $(if $(QUICK),--quick)

.PHONY: build
build: .venv/.stamp ## Build the wheel into dist/
	@echo 'building the wheel …' >&2
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist . >&2

.PHONY: lock
lock: ## Bring the lock files up to pyproject.toml (needs uv; UPGRADE=--upgrade takes newer versions)
	@$(COMPILE) $(UPGRADE) --extra dev -o requirements.lock pyproject.toml >&2
	@$(COMPILE) $(UPGRADE) -c requirements.lock --extra all -o requirements-run.lock pyproject.toml >&2
	@$(COMPILE) $(UPGRADE) -c requirements.lock --extra bench -o requirements-bench.lock pyproject.toml >&2

.PHONY: clean
clean: ## Remove everything that make has made
	@rm -rf .venv .venv-bench build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Hashes of the files as published, for every platform: no index, mirror or folder of this machine is asked or named.
COMPILE = env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
	$(UV) --no-config pip compile -q --no-sources --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate

# Two steps, so that a change of pyproject.toml alone does not fetch everything again.
.venv/.locked: requirements.lock
	@echo 'making .venv …' >&2
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes -r requirements.lock >&2
	@touch $@

.venv/.stamp: .venv/.locked pyproject.toml
	@echo 'installing lianxi into .venv …' >&2
	@$(PIP) install --no-deps --no-build-isolation -e . >&2
	@$(BIN)/python -m compileall -q src/lianxi
	@touch $@

# The tools that bench measures beside stay apart: what they need must not change what we run with.
.venv-bench/.stamp: requirements-bench.lock
	@echo 'making .venv-bench …' >&2
	@$(PYTHON) -m venv --clear .venv-bench
	@.venv-bench/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r requirements-bench.lock >&2
	@touch $@
