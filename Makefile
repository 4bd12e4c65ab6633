# Needs Python 3.11 or newer with pip and venv, and make. Everything else lands in .venv.
# The second run of any target is quick: marker files say what is installed already.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
OUT    ?= out/demo
JOBS   ?= 2
PLATFORM ?= win_amd64
TARGET_PYTHON ?= $(if $(filter 3.%,$(PYTHON)),$(PYTHON),3.12)
HOST_PYTHON := $(if $(filter 3.%,$(PYTHON)),python3,$(PYTHON))

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INPUTS := pyproject.toml constraints.txt

# Tests start Python a few hundred times: what was compiled once must not be compiled again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help venv install demo figures test check types style architecture browser bench soak wheelhouse pins clean
.DEFAULT_GOAL := help

help:
	@echo "make demo         the practice tambon's whole report, in $(OUT)"
	@echo "make test         everything: make check, then all tests"
	@echo "make check        lint, format, types, architecture; also make style, make types, make architecture"
	@echo "make install      the kit in $(VENV), ready for $(BIN)/planning-kit"
	@echo "make bench        time the work that must be quick"
	@echo "make soak         the endurance tests"
	@echo "make wheelhouse   a folder that installs offline: PLATFORM=win_amd64 PYTHON=3.12"
	@echo "                  (also macosx_arm64, macosx_x86_64, linux_x86_64)"
	@echo "make figures      the figures of the practice tambon that lessons name, worked out anew"
	@echo "make pins         write constraints.txt anew from what is installed in $(VENV)"
	@echo "make clean        remove $(VENV) and everything made here"

venv: $(VENV)/.made
install: $(VENV)/.installed

$(VENV)/.made:
	@$(HOST_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(HOST_PYTHON) -m venv $(VENV) || \
	  { echo "This Python cannot make an environment; on Debian install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.made $(INPUTS)
	@echo "Installing the kit into $(VENV); the first time takes a few minutes"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.made $(INPUTS)
	@echo "Installing the kit and what its tests need; the first time takes a few minutes"
	@$(PIP) install --constraint constraints.txt --editable '.[test,check,build]'
	@touch $(VENV)/.installed $@

demo: $(VENV)/.installed
	@$(BIN)/planning-kit demo --out $(OUT)

figures: $(VENV)/.installed
	@$(BIN)/python -m planning_kit.cli.course_figures

# Types take as long as all the rest, and one processor only.
check: $(VENV)/.tested
	@$(MAKE) --no-print-directory -j $(JOBS) types style architecture

types:
	$(BIN)/mypy

style:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

architecture:
	$(BIN)/python -m pytest tests/architecture

test: check browser
	$(BIN)/python -m pytest -n $(JOBS) --dist loadscope --no-loadscope-reorder --durations=15 --ignore=tests/architecture --ignore=tests/benchmarks --ignore=tests/soak

# Browser tests drive a Chromium from Debian's packages; elsewhere they skip and say so.
browser:
	@if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the browser tests"; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
	    --no-install-recommends chromium chromium-driver >/dev/null; } || \
	  echo "Chromium could not be installed: the browser tests will skip."; \
	else echo "No Chromium here and no right to install one: the browser tests will skip."; fi

bench: $(VENV)/.tested
	@if ls tests/benchmarks/test_*.py >/dev/null 2>&1; then $(BIN)/python -m pytest tests/benchmarks -s; \
	else echo "There are no benchmarks yet."; fi

soak: $(VENV)/.tested
	@if ls tests/soak/test_*.py >/dev/null 2>&1; then PILOTS=25 $(BIN)/python -m pytest tests/soak tests/pilots -s --timeout 1800; \
	else echo "There are no endurance tests yet."; fi

wheelhouse: $(VENV)/.tested
	$(BIN)/python .ci/wheelhouse/build.py --platform $(PLATFORM) --python $(TARGET_PYTHON)

pins: $(VENV)/.tested
	$(BIN)/python .ci/pins.py

clean:
	rm -rf $(VENV) out build dist wheelhouse .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
