#!/usr/bin/env bash
# Install pinned requirements into .venv; with uv if it is there, else with pip.
set -euo pipefail
if command -v uv >/dev/null; then
  uv pip install --quiet --python .venv/bin/python --require-hashes -r "$1"
else
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
fi
