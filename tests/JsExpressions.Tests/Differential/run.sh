#!/usr/bin/env bash
# The full differential run: programs of a seeded generator, V8's results, this engine's results, compared.
# usage: tests/JsExpressions.Tests/Differential/run.sh [count] [first seed]   (needs node)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project="$here/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
EXPRESSIONS_PROGRAMS="$work/programs.jsonl:${1:-20000}:${2:-1}" \
  dotnet test "$project" --filter Programs_are_written_where_the_environment_says --verbosity quiet
TZ=America/Tijuana node "$here/reference.js" < "$work/programs.jsonl" > "$work/sample.jsonl"
EXPRESSIONS_SAMPLE="$work/sample.jsonl" \
  dotnet test "$project" --no-build --filter The_engine_agrees_with_V8_on_the_sample_named_by_the_environment
