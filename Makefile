# Everything a person types to work on Guichet. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help install demo test lint bench soak build lock

PYTHON_BIN := .venv/bin/python
STAMP := .venv/.installed

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

install: $(STAMP) ## install what is missing: system libraries and the virtual environment
	@echo "Guichet is installed in .venv."

$(STAMP): pyproject.toml packaging/requirements.txt packaging/debian-packages.txt packaging/install.sh
	@bash packaging/install.sh
	@touch $(STAMP)

demo: $(STAMP) ## play a whole visit on the sample export; pictures and papers go to build/demo
	@echo "Playing a visit at the kiosk and the counter; pictures and papers go to build/demo."
	@.venv/bin/guichet demo --output build/demo

lint: $(STAMP) ## formatting, rules of the code and types
	@echo "Checking formatting, the rules of the code and the types."
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy desktop

test: lint ## the gate: lint, import contracts and all tests
	@echo "Running the tests, import contracts included."
	@QT_QPA_PLATFORM=offscreen $(PYTHON_BIN) -m pytest -n 2 --dist worksteal

bench: $(STAMP) ## measure against the budgets; results in build/bench.json
	@echo "Measuring; results go to build/bench.json."
	@mkdir -p build && rm -f build/bench.json
	@QT_QPA_PLATFORM=offscreen GUICHET_BENCH=build/bench.json $(PYTHON_BIN) -m pytest -p no:randomly -p no:xdist -m "not soak" tests/benchmarks
	@$(PYTHON_BIN) -m tests.benchmarks.record build/bench.json

soak: $(STAMP) ## the long tests: bad weather for minutes, the largest night
	@echo "Running the long tests."
	@QT_QPA_PLATFORM=offscreen $(PYTHON_BIN) -m pytest -m soak tests tests/benchmarks

build: $(STAMP) ## pack a folder that runs without Python, in build/dist/guichet, and try it for real
	@echo "Packing build/dist/guichet."
	@bash packaging/build.sh

lock: $(STAMP) ## after a change of pyproject.toml: lock the requirements anew
	@echo "Locking the requirements."
	@bash packaging/lock.sh
