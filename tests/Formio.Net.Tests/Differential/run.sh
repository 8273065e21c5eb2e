#!/usr/bin/env bash
# Compares Formio.Net with the real @formio/core on random forms and submissions.
# Usage: tests/Formio.Net.Tests/Differential/run.sh [count] [seed]; exit code 0 when nothing differs but decided quirks.
# Node writes what form.io core makes of each case; `forms test` compares ours and counts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
count=${1:-3000} seed=${2:-1}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
(cd "$home" && npm init -y >/dev/null && npm install --no-audit --no-fund --silent @formio/core@2.8.3 lodash@4 moment@2 >/dev/null)
dotnet build "$root/src/WorkflowHost" -v q -nologo -clp:ErrorsOnly -p:UseSharedCompilation=false
node "$here/generate.mjs" "$count" "$seed" | TEXTS=1 node "$here/reference.mjs" "$home" > "$home/lines.jsonl"
dotnet "$root/src/WorkflowHost/bin/Debug/net10.0/WorkflowHost.dll" forms test "$home/lines.jsonl"
