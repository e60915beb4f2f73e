#!/usr/bin/env bash
# The local page in a real browser: Debian's chromium, driven by playwright-core, and looked over by axe-core. Needs cargo, node (20 or newer) and
# python3; what else is missing is installed, chromium by apt-get and the two packages by npm.
#   bash tests/browser/run.sh                       everything
#   bash tests/browser/run.sh keyboard              the tests whose names say so
#   SCREENSHOTS=folder bash tests/browser/run.sh    and pictures of the page, to look at
set -euo pipefail
cd "$(dirname "$0")/../.."
export TMPDIR="${TMPDIR:-/tmp}"

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome || true; }
chromium="$(find_chromium)"
if [ -z "$chromium" ]; then
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q > /dev/null
  "${root[@]}" apt-get install -y --no-install-recommends chromium > /dev/null
  chromium="$(find_chromium)"
fi

# In the target folder, so that the sources stay as they are.
tools=target/browser
mkdir -p "$tools"
if ! cmp -s tests/browser/package.json "$tools/package.json" || [ ! -d "$tools/node_modules/playwright-core" ]; then
  cp tests/browser/package.json "$tools/package.json"
  npm install --prefix "$tools" --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error > /dev/null
fi

# The build that `cargo test` made, where it is new enough.
cargo build --locked --quiet

export CHROMIUM="$chromium" TOOLS="$PWD/$tools" BREACHLINT="${BREACHLINT:-$PWD/target/debug/breachlint}"
node --test --test-reporter=spec ${1:+--test-name-pattern="$1"} tests/browser/*.test.mjs
