# 练兵台. `make run` opens the desk, `make test` checks everything; both set up .venv first where it is missing.
SHELL := /bin/bash
BIN := .venv/bin
ARGS ?=
FORMS := lianbing_desktop/gui/forms
OFFSCREEN := LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen

.PHONY: run test demo lint forms screens bench soak build lock clean setup setup-test setup-build

run: setup ## open the desk; without a screen, run the demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(BIN)/lianbing $(ARGS); \
	else \
		echo "没有检测到图形界面（DISPLAY 与 WAYLAND_DISPLAY 均未设置），改为运行演示，结果在 build/demo。"; \
		rm -rf build/demo && exec $(BIN)/lianbing demo --to build/demo; \
	fi

test: setup-test lint ## lint, types, layers, then the tests without a screen
	$(OFFSCREEN) $(BIN)/pytest -n auto --dist worksteal --ignore=tests/bench $(ARGS)

demo: setup ## the whole main job on the 2017 seed, into build/demo
	rm -rf build/demo
	$(BIN)/lianbing demo --to build/demo

lint: setup-test ## ruff, mypy, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

forms: setup ## ui/*.ui → lianbing_desktop/gui/forms/ui_*.py
	@mkdir -p $(FORMS)
	@rm -f $(FORMS)/ui_*.py
	@set -e; for form in ui/*.ui; do \
		[ -e "$$form" ] || continue; \
		name=$$(basename "$$form" .ui); \
		echo "$$form → $(FORMS)/ui_$$name.py"; \
		LC_ALL=C.UTF-8 $(BIN)/pyside6-uic "$$form" -o "$(FORMS)/ui_$$name.py"; \
	done

screens: setup-test ## a picture of every page and dialog, into build/screens
	$(OFFSCREEN) $(BIN)/python tests/support/screens.py build/screens

bench: setup-test ## measured ratios against yardsticks in the same run
	LC_ALL=C.UTF-8 $(BIN)/pytest tests/bench --benchmark-enable -s $(ARGS)

soak: setup-test ## the long fault loops
	LIANBING_SOAK=1 $(OFFSCREEN) $(BIN)/pytest --ignore=tests/bench -m slow $(ARGS)

build: setup-build ## the frozen program in build/dist, proved by its own demo
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath build/dist --workpath build/pyinstaller build.spec
	rm -rf build/frozen-demo
	build/dist/lianbing/lianbing demo --to build/frozen-demo

UV = $(or $(shell command -v uv),build/uv/bin/uv)
lock: ## requirements.lock from pyproject.toml (ARGS=--upgrade for newer versions)
	@test -x "$(UV)" || { python3 -m venv build/uv && build/uv/bin/pip install --quiet uv; }
	$(UV) pip compile --quiet --universal --generate-hashes --no-annotate \
		--extra dev --python-version 3.11 --custom-compile-command "make lock" $(ARGS) \
		pyproject.toml -o requirements.lock

clean: ## everything made here except .venv
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .import_linter_cache
	find lianbing_desktop tests -name __pycache__ -type d -prune -exec rm -rf {} +

setup:
	@.ci/setup run

setup-test:
	@.ci/setup test

setup-build:
	@.ci/setup build
