# Every task of the project. `make` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BINARY := target/debug/career-atlas
BROWSER := tests/browser
PICTURES ?= target/screenshots
RELEASES ?= $(CAREER_ATLAS_RELEASES)
# apt-get needs root; where we are root already, sudo may not exist.
SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)

# $(call install,PROGRAM): builds a cargo tool unless it is there; unoptimised, which is quick and fast enough.
install = command -v $(1) > /dev/null || { \
  echo '$(1) is missing: building it with cargo install, which takes minutes'; \
  cargo install $(1) --locked --debug; }

.PHONY: help run build test lint fmt test-rust test-browser snapshots screenshots deny bench bench-import refresh browser nextest clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build and serve the site (BIND=127.0.0.1:8080)
	cargo run --release -- $(if $(BIND),--bind $(BIND))

build: ## build the release program
	cargo build --release

test: lint test-rust test-browser ## everything that must hold before a change is merged

lint: ## formatting and clippy, warnings are errors
	cargo fmt --check
	cargo clippy --all-targets --locked -- -D warnings

fmt: ## format the Rust code
	cargo fmt

test-rust: nextest ## unit, page, snapshot and property tests
	cargo nextest run --locked

test-browser: browser ## the site in a real browser: axe-core, keyboard, phone, print, no script
	cargo build --locked
	npm --prefix $(BROWSER) test -- $(CURDIR)/$(BINARY)

snapshots: nextest ## accept the page snapshots as they are now, and show what changed
	INSTA_UPDATE=always INSTA_FORCE_PASS=1 cargo nextest run --locked --no-fail-fast
	git status --short -- '*.snap'

screenshots: browser ## pictures of every page type (PICTURES=target/screenshots)
	cargo build --locked
	npm --prefix $(BROWSER) run screenshots -- $(abspath $(PICTURES)) $(CURDIR)/$(BINARY)

deny: ## licences, banned and unknown sources of the dependencies
	@$(call install,cargo-deny)
	cargo deny --locked check licenses bans sources

bench: ## measure the comparison page beside nginx; writes docs/performance.md
	benches/http.sh

bench-import: ## measure the import of 100,000 applications, as text and as a workbook (RELEASES=dir)
	@test -n '$(RELEASES)' || { echo 'Name the directory of the releases: make bench-import RELEASES=dir'; exit 2; }
	CAREER_ATLAS_RELEASES='$(RELEASES)' cargo bench --locked --bench applications

refresh: ## remake data/ from official releases (RELEASES=dir)
	@test -n '$(RELEASES)' || { echo 'Name the directory of the releases: make refresh RELEASES=dir'; exit 2; }
	cargo run --release -- refresh --from '$(RELEASES)' --data data

# --- what the tasks need, installed when it is missing ---

nextest:
	@$(call install,cargo-nextest)

# npm and Chromium. Without a browser the tests fail: they are never left out.
browser: $(BROWSER)/node_modules/.package-lock.json
	@npm --prefix $(BROWSER) run --silent chromium

$(BROWSER)/node_modules/.package-lock.json: $(BROWSER)/package.json $(BROWSER)/package-lock.json
	@command -v npm > /dev/null || { \
	  command -v apt-get > /dev/null || { echo 'npm is missing: install Node.js 20 or newer'; exit 1; }; \
	  echo 'npm is missing: installing it with apt-get'; \
	  $(SUDO) apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends npm; }
	npm --prefix $(BROWSER) ci

clean: ## remove what was built
	cargo clean
	rm -rf $(BROWSER)/node_modules
