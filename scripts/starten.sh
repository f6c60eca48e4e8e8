#!/usr/bin/env bash
# Serve the product and run its worker; both end together.
set -euo pipefail
HOST=${HOST:-127.0.0.1}
PORT=${PORT:-8501}
.venv/bin/python cli.py worker &
WORKER=$!
trap 'kill "$WORKER" 2>/dev/null || true; wait "$WORKER" 2>/dev/null || true' EXIT
echo "Sozialraumblick: http://$HOST:$PORT/"
echo "Importieren und freigeben: http://127.0.0.1:$PORT$(.venv/bin/python cli.py zugang)"
.venv/bin/python -m uvicorn app:app --host "$HOST" --port "$PORT" --no-proxy-headers --no-server-header --no-access-log
