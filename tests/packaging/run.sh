#!/usr/bin/env bash
# The packages and hooks as their users meet them: a wheel in a fresh environment, the real pre-commit in a scratch repository, the steps of
# the GitHub action. Needs python3, git, cargo and a package index for the tools in requirements.txt; the hooks themselves run without a network.
#   bash tests/packaging/run.sh            with a debug build; PROFILE=release for the real one
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
profile="${PROFILE:-dev}"
# Run from a git hook, git would mean the repository of the hook.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PRE_COMMIT_HOME="$scratch/pre-commit"
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@example.org GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@example.org

step() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
# Runs a command; its output is kept in $scratch/said, its exit code has to be the first argument.
expect() {
  local wanted="$1" code=0
  shift
  "$@" > "$scratch/said" 2>&1 || code=$?
  if [ "$code" != "$wanted" ]; then
    cat "$scratch/said"
    fail "exit $code instead of $wanted: $*"
  fi
}
says() { grep -qF -- "$1" "$scratch/said" || { cat "$scratch/said"; fail "nothing said about: $1"; }; }
# Without a network, where that can be arranged; the run says which it was.
offline=()
if unshare --net true 2> /dev/null; then offline=(unshare --net); fi

step "tools"
tools="$root/target/packaging"
if ! cmp -s "$root/tests/packaging/requirements.txt" "$tools/requirements.txt"; then
  python3 -m venv --clear "$tools"
  "$tools/bin/pip" install --quiet -r "$root/tests/packaging/requirements.txt"
  cp "$root/tests/packaging/requirements.txt" "$tools/requirements.txt"
fi

step "manifests are what their readers take"
cd "$root"
"$tools/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml
"$tools/bin/check-jsonschema" --builtin-schema vendor.github-actions action.yml
"$tools/bin/check-jsonschema" --builtin-schema vendor.github-workflows .github/workflows/*.yml docs/ci/github-workflow.yml
"$tools/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci docs/ci/gitlab-ci.yml
"$tools/bin/zizmor" --offline --no-progress --quiet action.yml .github/workflows

step "the wheel carries the binary and nothing else ($profile)"
"$tools/bin/maturin" build --quiet --locked --profile "$profile" --out "$scratch/dist"
wheel="$(echo "$scratch"/dist/breachlint-*.whl)"
python3 -m zipfile -l "$wheel" > "$scratch/said"
says "/scripts/breachlint"
if grep -q '\.py ' "$scratch/said"; then fail "there is Python in the wheel"; fi
python3 -m venv "$scratch/venv"
"${offline[@]}" "$scratch/venv/bin/pip" install --quiet --no-index --no-deps "$wheel"
PATH="$scratch/venv/bin:$PATH"
expect 0 breachlint --version
says "breachlint "
[ "$(command -v breachlint)" = "$scratch/venv/bin/breachlint" ] || fail "another breachlint is on the path"

step "pre-commit, hooks of this repository (${offline[*]:-with a network})"
mkdir "$scratch/hooks" "$scratch/repo"
cp "$root/.pre-commit-hooks.yaml" "$scratch/hooks/"
git -C "$scratch/hooks" init --quiet
git -C "$scratch/hooks" add .
git -C "$scratch/hooks" commit --quiet -m hooks
cd "$scratch/repo"
git init --quiet
configure() {
  printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n      - id: %s\n' "$scratch/hooks" "$(git -C "$scratch/hooks" rev-parse HEAD)" "$1" > .pre-commit-config.yaml
  [ -z "${2:-}" ] || printf '        args: [%s]\n' "$2" >> .pre-commit-config.yaml
  git add .pre-commit-config.yaml
}
commit() { "${offline[@]}" git commit -m "$1"; }
configure breachlint-check --as-of=2026-03-01
"$tools/bin/pre-commit" install > /dev/null
mkdir breaches
cp "$root/fixtures/reports/provider-large.yaml" breaches/large.yaml
printf 'services: [web]\n' > compose.yaml
git add .
expect 0 commit "a good draft, and a file that is none of ours"
says "check breach reports"
sed 's|type: Hacking/IT Incident|type: Cyberattack|' "$root/fixtures/reports/provider-large.yaml" > breaches/other.yaml
git add .
expect 1 commit "a bad draft"
says "breaches/other.yaml: NOT READY TO FILE: 1 to fix"
says "Hacking/IT Incident"
says "breachlint fix"
git log --oneline | grep -q "a bad draft" && fail "the bad draft was committed"

configure breachlint-fix --as-of=2026-03-01
expect 1 commit "a fix stops the commit"
says "files were modified by this hook"
grep -q 'type: Hacking/IT Incident' breaches/other.yaml || fail "the fix was not written"
git add .
expect 0 commit "a fixed draft"

configure breachlint-normalize --as-of=2026-03-01
sed -e '/^ *#/d' -e 's|type: Hacking/IT Incident|type: Cyberattack|' "$root/fixtures/reports/provider-large.yaml" > breaches/other.yaml
git add .
expect 1 commit "a draft that is not canonical"
says "files were modified by this hook"
git add .
expect 0 commit "a canonical draft"
printf '# why\n' >> breaches/large.yaml
git add .
expect 1 commit "a draft with comments"
says "would lose its"
git checkout --quiet HEAD -- breaches/large.yaml

step "pre-commit, the wheel installed by pre-commit itself"
version="$(breachlint --version | cut -d' ' -f2)"
printf 'repos:\n  - repo: local\n    hooks:\n      - id: breachlint\n        name: breachlint\n        entry: breachlint check --as-of=2026-03-01\n        language: python\n        additional_dependencies: [breachlint==%s]\n        types_or: [yaml, json]\n        files: (?i)breach\n        require_serial: true\n' "$version" > .pre-commit-config.yaml
git add .
PIP_FIND_LINKS="$scratch/dist" PATH="${PATH#"$scratch/venv/bin:"}" expect 0 "$tools/bin/pre-commit" run --all-files
says "Passed"

step "the steps of the action"
cd "$root"
action() { "$tools/bin/python" tests/packaging/action.py "$root" as-of=2026-03-01 "$@"; }
expect 0 action paths=fixtures/reports/provider-large.yaml
says "output exit-code=0"
says "summary of"
expect 1 action "paths=fixtures/reports/bad-phishing.yaml
fixtures/reports/late.yaml" "sarif=$scratch/out.sarif"
says "::error file=fixtures/reports/bad-phishing.yaml,line="
says "output exit-code=1"
python3 -c 'import json, sys; assert json.load(open(sys.argv[1]))["version"] == "2.1.0"' "$scratch/out.sarif"
expect 0 action paths=fixtures/reports/bad-phishing.yaml fail-on=never summary=false
if grep -q "summary of" "$scratch/said"; then fail "a summary nobody asked for"; fi
expect 2 action paths=fixtures fail-on=nonsense
# shellcheck disable=SC2016
expect 3 action 'paths=$(touch injected) ; `id`'
[ ! -e injected ] || fail "an input was run"

printf '\nall of it holds\n'
