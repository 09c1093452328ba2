#!/bin/sh
# A market's day with the frozen programs alone: no Python, no display, nothing but a shell and its usual tools.
#
#   frozen_day.sh DIST ROSTER TODAY RECEIPTS RUPIAH OUT
#
# Starts DIST/perisai-server as a practice server, drives DIST/perisai through ROSTER on the day TODAY, and compares what
# receipts, journal and the server's ledger hold with RECEIPTS and RUPIAH. 0: all agree; 1: something differs.
set -eu
dist=$1 roster=$2 today=$3 receipts=$4 rupiah=$5 out=$6
server= failed=

finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
}
trap finish EXIT INT TERM

agree() { # what, found, wanted
  if [ "$2" = "$3" ]; then printf '  ok    %-34s %s\n' "$1" "$2"; else printf '  FAULT %-34s %s, not %s\n' "$1" "$2" "$3"; failed=1; fi
}
number() { # file, key: the whole number behind a key of a JSON file
  tr -d ' \n' <"$1" | sed -nE "s/.*\"$2\":(-?[0-9]+).*/\1/p"
}

mkdir -p "$out/server"
export QT_QPA_PLATFORM=offscreen
agree 'Python on this machine' "$(command -v python3 || command -v python || printf none)" none
"$dist/perisai/perisai" --version
"$dist/perisai-server/perisai-server" --version
"$dist/perisai/perisai" selftest

"$dist/perisai-server/perisai-server" practice --dir "$out/server" --today "$today" --port 0 >"$out/server.log" 2>&1 &
server=$!
tries=0
until grep -q '"url": *"http' "$out/server/practice.json" 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then cat "$out/server.log"; exit 1; fi
  sleep 0.2
done

begun=$(date +%s)
walked=0
"$dist/perisai/perisai" tour --practice "$out/server/practice.json" --roster "$roster" --out "$out" --today "$today" || walked=$?
printf 'the tour took %s s\n' "$(($(date +%s) - begun))"
agree 'exit code of the tour' "$walked" 0
[ -f "$out/summary.json" ] || exit 1

"$dist/perisai-server/perisai-server" ledger --dir "$out/server" >"$out/ledger.json"
agree 'papers' "$(find "$out/receipts" -name '*.pdf' | wc -l | tr -d ' ')" "$receipts"
agree 'receipts in result.csv' "$(awk -F, 'NR > 1 && $5 != ""' "$out/result.csv" | wc -l | tr -d ' ')" "$receipts"
agree 'receipts in the ledger' "$(number "$out/ledger.json" receipts)" "$receipts"
agree 'rupiah in result.csv' "$(awk -F, 'NR > 1 { sum += $4 } END { printf "%.0f", sum }' "$out/result.csv")" "$rupiah"
agree 'rupiah on receipts' "$(number "$out/summary.json" receipts_rupiah)" "$rupiah"
agree 'rupiah in the journal' "$(number "$out/summary.json" journal_rupiah)" "$rupiah"
agree 'rupiah in the server'"'"'s ledger' "$(number "$out/ledger.json" rupiah)" "$rupiah"
agree 'actions never sent' "$(number "$out/summary.json" unsent)" 0
agree 'rows that differ' "$(tr -d ' \n' <"$out/summary.json" | sed -nE 's/.*"differing":\[([^]]*)\].*/\1/p')" ''
[ -z "$failed" ]
