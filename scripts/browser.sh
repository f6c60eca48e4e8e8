#!/usr/bin/env bash
# A Chromium for the browser tests: an installed one, else apt as root, else Playwright's own, else one sentence.
set -euo pipefail
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
.venv/bin/python -m playwright install chromium >/dev/null 2>&1 && exit 0
echo "Für die Browsertests fehlt Chromium: bitte das Paket „chromium“ installieren." >&2
exit 1
