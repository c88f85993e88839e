# Everything that a person, a test machine or a server needs. `make` alone lists the targets.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
CATALOGUES := $(wildcard translations/*/LC_MESSAGES/*.po)
PACKAGES := chromium fonts-noto-core fonts-noto-cjk
WORDPRESS := wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql
export HOST PORT

.PHONY: help install serve test test-all test-wordpress lint browser translations screenshots handouts share-pictures

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

install: .venv/.served  ## Make .venv with the command .venv/bin/guide

.venv/.served: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/.tested: .venv/.served
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

.venv/.compiled: .venv/.served $(CATALOGUES)
	@$(BIN)/guide translate compile >/dev/null
	@touch $@

serve: .venv/.compiled  ## Serve the site on http://127.0.0.1:8000 (HOST= and PORT= change that)
	@exec $(BIN)/guide serve

test: lint browser .venv/.compiled  ## Set everything up and run the tests, browser tests included
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-all: lint browser .venv/.compiled  ## The same with every grid whole, not sampled
	GUIDE_TEST_ALL=1 $(BIN)/python -m pytest -n 2 --dist worksteal

test-wordpress: PACKAGES += $(WORDPRESS)
test-wordpress: browser .venv/.tested .venv/.compiled  ## Show the guide in a real WordPress: installs it, with MariaDB and PHP
	$(BIN)/python -m pytest -m wordpress

lint: .venv/.tested .venv/.compiled
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/guide check --today "$$($(BIN)/python tests/day.py)"
	$(BIN)/guide translate check

screenshots: browser .venv/.tested .venv/.compiled  ## Take pictures of every page into gallery/ (ONLY=home LANGUAGES=en,es)
	@PYTHONPATH=tests:tests/browser $(BIN)/python tests/gallery.py $(if $(ONLY),--only $(ONLY)) $(if $(LANGUAGES),--languages $(LANGUAGES))

handouts: browser .venv/.compiled  ## Print the handouts of each language as PDF for the site to offer (GUIDE_ADDRESS=)
	$(BIN)/guide handout

share-pictures: browser .venv/.tested .venv/.compiled  ## Draw the picture that other sites show beside a link
	@PYTHONPATH=tests:tests/browser $(BIN)/python tests/share_pictures.py

# Chromium and the fonts that the tests need: installed where that is allowed, named where it is not.
browser:
	@missing=""; \
	if command -v dpkg-query >/dev/null; then \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q '^install ok' || missing="$$missing $$package"; \
	  done; \
	elif ! command -v chromium >/dev/null; then missing=" chromium"; fi; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing:$$missing"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
	  echo "The tests need these packages, please install them:$$missing"; exit 1; \
	fi

translations: .venv/.served  ## Bring the catalogues up to the English of today
	$(BIN)/guide translate update
