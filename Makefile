# Sozialraumblick: make run shows the product, make test checks it. Everything else is a step of these two.
SHELL := /bin/bash
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501
BEISPIELE ?= 1000
VENV := .venv/bin
FLOORS := models data_access analysis presentation pages commands serving

.PHONY: run test check fuzz setup setup-dev browser demo lock format bilder

run: setup demo ## set up if needed, then serve the product and its worker
	@HOST=$(HOST) PORT=$(PORT) bash scripts/starten.sh

test: setup-dev browser ## everything that can be tested, browser included
	@$(VENV)/python -m pytest -q -n auto --dist loadfile

check: setup-dev ## format, lint, types; the floors are held by tests/test_floors.py
	@$(VENV)/ruff format --check .
	@$(VENV)/ruff check .
	@$(VENV)/mypy app.py server.py cli.py $(FLOORS) scripts
	@$(VENV)/python -m pytest -q tests/test_floors.py

setup: .venv/.base ## the environment, from pinned requirements with hashes

setup-dev: .venv/.dev

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Bitte Python 3.11 oder neuer installieren (PYTHON=python3.12 make run)."; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.base: requirements/base.txt | .venv/bin/python
	@bash scripts/installieren.sh requirements/base.txt
	@touch $@

.venv/.dev: requirements/dev.txt requirements/base.txt | .venv/bin/python
	@bash scripts/installieren.sh requirements/dev.txt
	@touch .venv/.base $@

fuzz: setup-dev ## the laws on many new random cases: make fuzz BEISPIELE=5000
	@SRB_BEISPIELE=$(BEISPIELE) $(VENV)/python -m pytest -q -n auto --dist loadfile tests/properties tests/analysis tests/data_access

browser: ## a Chromium for the browser tests
	@bash scripts/browser.sh

demo: setup ## the demonstration, if the data folder is empty
	@test -e "$${SRB_DATA_DIR:-var}/sozialraumblick.db" || $(VENV)/python cli.py demo

format: setup-dev
	@$(VENV)/ruff format . && $(VENV)/ruff check --fix .

bilder: setup-dev browser ## the pictures of every page in docs/bilder
	@$(VENV)/python scripts/bilder.py

lock: ## pin requirements again (needs uv); without any host name
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q requirements/base.in -o requirements/base.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q requirements/dev.in -o requirements/dev.txt
