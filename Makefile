# dateline: `make run` does the main job, `make test` checks everything. Both set up .venv first.

# The first of these that runs, is new enough and can make a virtual environment; PYTHON=... overrides.
# (A version manager's shim may have the name and still not run.)
CANDIDATES := python3.13 python3.12 python3.11 python3
CAPABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in $(CANDIDATES); do "$$p" -c '$(CAPABLE)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV ?= uv
# Jupyter refuses to run as root, as one does in a container, unless told.
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.PHONY: help run test test-browser lab refresh verify benchmark wheel clean lock

help: ## List what there is to make
	@echo "dateline: from a policy commentary to tables that can be audited"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s%s\n", $$1, $$2 }'

run: $(READY) ## Parse the articles, execute the notebooks, write tables and report to build/
	@$(BIN)/dateline run

test: $(READY) ## Unit tests, notebooks compared, lint, types, pins
	$(BIN)/python -m pytest -q
	$(BIN)/dateline verify
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright --pythonpath $(BIN)/python

test-browser: $(READY) ## Notebooks in JupyterLab and the report, in a real browser (see build/screenshots)
	@$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest -q tests/browser

lab: $(READY) ## Open JupyterLab on the notebooks (127.0.0.1, with a token)
	$(BIN)/jupyter lab --ip=127.0.0.1 --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks $(AS_ROOT)

refresh: $(READY) ## Execute the notebooks in place
	@$(BIN)/dateline refresh

verify: $(READY) ## Execute the notebooks and compare every output with the stored one
	@$(BIN)/dateline verify

benchmark: $(READY) ## Measure import, parsing and the command line
	$(BIN)/python -m pytest -q benchmarks --benchmark-columns=min,median,max,rounds

wheel: $(READY) ## Build dist/dateline-VERSION-py3-none-any.whl, to be installed without this folder
	rm -rf build/lib build/bdist.*
	$(BIN)/python -m pip wheel -q --no-deps --no-build-isolation --wheel-dir dist .

clean: ## Remove what was made: build/, dist/, caches and .venv
	rm -rf build dist $(VENV) .pytest_cache .ruff_cache .hypothesis .benchmarks src/dateline.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## Renew requirements.lock from pyproject.toml (needs uv)
	$(UV) pip compile pyproject.toml --group test --group browser --group build --universal --python-version 3.11 \
	  --upgrade --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet -o requirements.lock

# Installed again only when the pins or the project's own metadata change.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "dateline needs Python 3.11 or newer with venv, and found none;" \
	  "name one: make PYTHON=/path/to/python3.12" >&2; exit 2; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) ..." >&2
	@"$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@$(BIN)/python -c "import matplotlib.font_manager"  # builds its font list now, not in a notebook
	@touch $(READY)
