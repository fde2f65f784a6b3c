#!/usr/bin/env bash
# Measures the filtered list of careers on the whole dataset: 400 addresses that differ, half of them in a place, so that
# no answer is a kept one. Prints the median time of an answer as a client sees it, and the server's processor time.
#
#   benches/explore.sh          PROGRAM=FILE is target/debug/career-atlas unless said
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

educations=(no_credential high_school some_college postsecondary_award associates bachelors masters doctoral_or_professional)
sorts=(pay jobs growth name women interest home openings)
words=(nurse manager teacher engineer driver technician)
places=(wa ca ny tx fl seattle boston northwest-alabama)
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

# Addresses of the nation or of places, as a list for one client that keeps its connection.
measure() {
    for number in $(seq 200); do
        query="sort=${sorts[number % 8]}&pay_min=$((20000 + 100 * number))&education=${educations[number % 8]}&education=${educations[(number / 8) % 8]}"
        [ $((number % 3)) -ne 0 ] || query="$query&q=${words[number % 6]}"
        [ $((number % 4)) -ne 0 ] || query="$query&home_min=5&growth=6-to-10&growth=3-to-6"
        [ "$1" = nation ] || query="$query&in=${places[number % 8]}"
        printf 'url = "http://%s/careers?%s"\noutput = "/dev/null"\n' "$host" "$query"
    done >"$work/list"
    before=$(ticks)
    curl -sf -H 'Accept-Encoding: gzip' -w '%{time_total}\n' -K "$work/list" | sort -n >"$work/times"
    awk -v name="$1" -v cpu="$(($(ticks) - before))" -v hertz="$(getconf CLK_TCK)" '
        { times[NR] = $1 * 1000 }
        END { printf "%s: median %.2f ms, 9 of 10 within %.2f ms, processor time %.2f ms an answer\n",
              name, times[int(NR / 2)], times[int(NR * 0.9)], cpu * 1000 / hertz / NR }' "$work/times"
}
measure nation
measure places
