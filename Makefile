PYTHON ?= python3
DEV = $(PYTHON) tools/dev.py
.PHONY: help demo test check bench docs lock

help: ; @$(DEV) help
demo: ; @$(DEV) demo $(if $(TO),--to "$(TO)") $(if $(filter 0,$(SERVE)),--no-serve)
test: ; @$(DEV) test $(ARGS)
check: ; @$(DEV) check
bench: ; @$(DEV) bench $(ARGS)
docs: ; @$(DEV) docs
lock: ; @$(DEV) lock $(ARGS)
