#!/usr/bin/env bash
# Install pinned requirements into .venv: with uv if it is there and can, else with pip.
set -euo pipefail
if command -v uv >/dev/null && uv pip install --quiet --python .venv/bin/python --require-hashes -r "$1" 2>/dev/null; then
  exit 0
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
