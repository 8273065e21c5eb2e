#!/usr/bin/env bash
# The full differential run: programs of a seeded generator, V8's results, this engine's results, compared.
# usage: tests/JsExpressions.Tests/Differential/run.sh [count] [first seed]   (needs node; about three minutes for 20000)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project="$here/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
EXPRESSIONS_PROGRAMS="$work/programs.jsonl:${1:-20000}:${2:-1}" \
  dotnet test "$project" --filter Programs_are_written_where_the_environment_says --verbosity quiet --nologo
TZ=America/Tijuana node "$here/reference.js" < "$work/programs.jsonl" > "$work/sample.jsonl"
echo "$(wc -l < "$work/sample.jsonl") programs judged by V8 $(node -p process.versions.v8)"
# Minimal verbosity names each difference: the program, what V8 makes of it and what this engine does.
EXPRESSIONS_SAMPLE="$work/sample.jsonl" \
  dotnet test "$project" --no-build --nologo --verbosity minimal --filter The_engine_agrees_with_V8_on_the_sample_named_by_the_environment
