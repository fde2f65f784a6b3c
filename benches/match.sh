#!/usr/bin/env bash
# Measures finding careers that fit on the whole dataset: 200 addresses drawn by a fixed seed, half of them in a place, so
# that no answer is a kept one. Prints the median and the 99th percentile of the time of an answer as a client sees it, and
# the server's processor time.
#
#   benches/match.sh            PROGRAM=FILE is target/debug/career-atlas unless said; SEED=1
set -euo pipefail
cd "$(dirname "$0")/.."

program=${PROGRAM:-target/debug/career-atlas}
work=$(mktemp -d)
"$program" --bind 127.0.0.1:0 --workers 1 --data data >"$work/address" 2>"$work/log" &
server=$!
finish() { kill "$server" 2>/dev/null || true; wait; rm -rf "$work"; }
trap finish EXIT
for _ in $(seq 1200); do [ -s "$work/address" ] && break; sleep 0.1; done
host=$(grep -oE '127\.0\.0\.1:[0-9]+' "$work/address")

RANDOM=${SEED:-1}
interests=(realistic investigative artistic social enterprising conventional)
skills=(repairing programming biology speaking mathematics negotiation design fine-arts law-and-government writing)
educations=(no_credential high_school some_college postsecondary_award associates bachelors masters doctoral_or_professional)
studies=(none step any)
places=(wa ca ny tx fl seattle boston northwest-alabama)
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
draw() { local -n among=$1; printf '%s' "${among[RANDOM % ${#among[@]}]}"; }

# Addresses of the nation or of places, as a list for one client that keeps its connection.
measure() {
    for _ in $(seq 100); do
        query="pay=$((20000 + RANDOM % 60000))&education=$(draw educations)&study=$(draw studies)"
        for interest in "${interests[@]}"; do query="$query&$interest=$((1 + RANDOM % 5))"; done
        for _ in 1 2 3; do query="$query&skill=$(draw skills)"; done
        [ "$1" = nation ] || query="$query&in=$(draw places)"
        printf 'url = "http://%s/match?%s"\noutput = "/dev/null"\n' "$host" "$query"
    done >"$work/list"
    before=$(ticks)
    curl -sf -H 'Accept-Encoding: gzip' -w '%{time_total}\n' -K "$work/list" | sort -n >"$work/times"
    awk -v name="$1" -v cpu="$(($(ticks) - before))" -v hertz="$(getconf CLK_TCK)" '
        { times[NR] = $1 * 1000 }
        END { printf "%s: median %.2f ms, 99 of 100 within %.2f ms, processor time %.2f ms an answer\n",
              name, times[int(NR / 2)], times[int(NR * 0.99)], cpu * 1000 / hertz / NR }' "$work/times"
}
measure nation
measure places
