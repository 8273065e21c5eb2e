#!/usr/bin/env bash
# Formio.Net and @formio/core side by side on the same form, one thread each, one after the other: a markdown table of
# submissions per second of processor time (median of the rounds; a busy machine disturbs it little), the ratio, peak memory,
# allocation per submission, and how many results equal Data/expected.jsonl.
# Usage: tests/Benchmarks/Forms/compare.sh [seconds per round] [rounds]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
seconds=${1:-5} rounds=${2:-5}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
(cd "$home" && npm init -y >/dev/null && npm install --no-audit --no-fund --silent @formio/core@2.8.3 lodash@4 moment@2 >/dev/null)
dotnet build "$here/.." -c Release -v q -nologo -clp:ErrorsOnly -p:UseSharedCompilation=false >&2
node --expose-gc "$here/formio-core.mjs" "$home" "$seconds" "$rounds" > "$home/core.json"
DOTNET_TieredPGO=1 DOTNET_gcConcurrent=0 dotnet "$here/../bin/Release/net10.0/Benchmarks.dll" forms "$seconds" "$rounds" > "$home/ours.json"
node "$here/table.mjs" "$home/core.json" "$home/ours.json"
