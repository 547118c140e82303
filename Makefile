# Each target sets up all it needs; what is in place already is left alone.

PYTHON ?= python3
PORT ?= 8000
MINUTES ?= 60
BASE ?= origin/main
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site same test quick fuzz check preview propose record serve handbook licences wheel audit measure measure-drafts measure-meaning measure-scale measure-reliability lock clean help

site: .venv/ready ## build the site into site/ (the default); ARGS=--whole lets MkDocs build every page too
	$(BIN)/briefbook build $(ARGS)

test: .venv/ready ## run the whole test suite; ARGS="-k name" runs a part
	$(BIN)/python -m tests.browser
	$(BIN)/python -m tests.language_server
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

quick: .venv/ready ## run the tests that start neither a browser nor a build: nine of ten, in a quarter of the time
	$(BIN)/python -m pytest -n auto --dist loadfile -m fast $(ARGS)

fuzz: .venv/ready ## give the program inputs that nobody writes, for MINUTES (60); what fails is kept in tests/fuzz/corpus/
	$(BIN)/python -m tools.fuzz --minutes $(MINUTES)

same: .venv/ready ## build upon what build/ has kept, then whole upon nothing, and compare every byte
	$(BIN)/briefbook build --force
	@rm -rf build/upon-kept && cp -R site build/upon-kept
	$(BIN)/briefbook build --whole
	@differing=$$(diff -rq build/upon-kept site) || { \
		echo 'What build/ had kept makes another site: delete it, or the cache it came from, and report it.' >&2; \
		echo "$$differing" >&2; exit 1; }
	@rm -rf build/upon-kept

check: .venv/ready ## run every rule over the content
	@$(BIN)/briefbook schema 2>/dev/null || true # the ids that editors offer
	$(BIN)/briefbook check $(ARGS)

preview: .venv/ready ## tell what a reader would notice that was not in BASE (origin/main)
	$(BIN)/briefbook diff --markdown --whole build/changes.md "$(BASE)" >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

propose: .venv/ready ## draft every new article of seeds/ on a branch of its own
	$(BIN)/briefbook propose $(ARGS)

record: .venv/ready ## record the first edition, where none is recorded yet
	$(BIN)/briefbook edition --first $(ARGS)

serve: .venv/ready ## show the site to this machine on PORT (8000), and each change as it is saved
	$(BIN)/briefbook serve --port $(PORT)

handbook: .venv/ready ## write the handbook's page of problem codes anew
	$(BIN)/briefbook explain --handbook > docs/problems.md

licences: .venv/ready ## write docs/licences.md anew: what is handed on, and under which licences
	$(BIN)/python -m tools.shipped > docs/licences.md

wheel: .venv/ready ## write the program as a wheel into build/wheel/, with its bill of materials
	$(BIN)/python -m tools.bill

audit: .venv/ready ## ask the package index whether a locked package has a known hole
	@$(BIN)/python -m tools.audit

measure-meaning: .venv/ready ## print how well honest facts and wrong ones are told apart, on invented cases
	$(BIN)/python -m tools.measure_meaning

measure-drafts: .venv/ready ## print how well drafting finds what a curator would, in invented articles
	$(BIN)/python -m tools.measure_drafts

measure: .venv/ready ## print how long the usual commands take, and what Lighthouse says of the pages
	$(BIN)/python -m tools.measure
	$(BIN)/python -m tools.measure_monday
	$(BIN)/python -m tools.measure_pages

measure-scale: .venv/ready ## print what dossiers of 5 to 300 articles cost, and write it into docs/performance.md
	$(BIN)/python -m tools.measure_scale $(ARGS)

measure-reliability: .venv/ready ## kill, interrupt and refuse commands at random moments, and write docs/reliability.md
	@mkdir -p build
	$(BIN)/python -m tools.other_trials --minutes $(MINUTES) > build/trials.jsonl
	$(BIN)/python -m tools.measure_reliability --more build/trials.jsonl $(ARGS)

# By the uv of the lock that stands, and from an empty file, because it would keep the hashes of an old one unchecked.
lock: .venv/locked ## choose the newest requirements that fit pyproject.toml
	@rm -rf build/lock && mkdir -p build/lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--only-binary :all: --all-extras --group dev --no-header \
		--output-file build/lock/requirements.lock pyproject.toml
	@mv build/lock/requirements.lock requirements.lock && rm -rf build/lock

clean: ## remove what builds and tests left behind; the environment stays
	rm -rf build site .hypothesis .mypy_cache .pytest_cache .ruff_cache

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

.venv/locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Briefbook needs Python 3.11 or newer; name one: make PYTHON=python3.12' >&2; exit 1; }
	@echo 'Setting up .venv ...'
	@$(PYTHON) -m venv --clear .venv || { \
		echo 'Python could not make .venv; on Debian and Ubuntu, install python3-venv' >&2; exit 1; }
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

.venv/ready: .venv/locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@
