#!/usr/bin/env bash
# Measures one page beside nginx serving the same bytes as a precompressed file, in interleaved rounds: one core for
# the server, one for the load. Writes the table of docs/performance.md. It judges nothing.
#
#   benches/http.sh [PATH]     PATH is /compare/patient-services-manager-vs-medical-director unless said
#   ROUNDS=7 DURATION=3 CONNECTIONS=16 PROGRAM=FILE     PROGRAM is built in release mode unless said
set -euo pipefail
cd "$(dirname "$0")/.."

path=${1:-/compare/patient-services-manager-vs-medical-director}
rounds=${ROUNDS:-7}
duration=${DURATION:-3}
connections=${CONNECTIONS:-16}
report=docs/performance.md
browser='Accept-Encoding: gzip, deflate, br, zstd'

say() { echo "benches/http.sh: $*" >&2; }
stop() { say "$*"; exit 1; }

missing=()
for tool in nginx:nginx wrk:wrk taskset:util-linux curl:curl gzip:gzip pgrep:procps; do
    command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
done
module=$(find /usr/lib/nginx/modules /usr/lib64/nginx/modules -name ngx_http_brotli_static_module.so 2>/dev/null | head -n 1 || true)
[ -n "$module" ] || missing+=(libnginx-mod-http-brotli-static)
[ ${#missing[@]} -eq 0 ] || stop "these are missing; on Debian or Ubuntu: apt-get install ${missing[*]}"
[ "$(nproc)" -ge 2 ] || stop "two cores are needed: one for the server, one for the load"

if [ -z "${PROGRAM:-}" ]; then
    cargo build --release
    PROGRAM=${CARGO_TARGET_DIR:-target}/release/career-atlas
fi

work=$(mktemp -d)
# nginx reads the page as another user when it is started by root.
chmod 755 "$work"
servers=()
finish() {
    for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done
    wait
    rm -rf "$work"
}
trap finish EXIT
mkdir "$work/www" "$work/temp"

# Starts the program with these flags and says where it listens; its log goes to a file, as in production.
serve() {
    local name=$1
    shift
    taskset -c 0 "$PROGRAM" --bind 127.0.0.1:0 --workers 1 "$@" >"$work/$name.address" 2>"$work/$name.log" &
    servers+=($!)
    for _ in $(seq 600); do
        [ -s "$work/$name.address" ] && break
        kill -0 "${servers[-1]}" 2>/dev/null || stop "$(tail -n 1 "$work/$name.log")"
        sleep 0.1
    done
    address=$(grep -oE '127\.0\.0\.1:[0-9]+' "$work/$name.address") || stop "the server gave no address"
}

header() { tr -d '\r' <"$work/head" | sed -n "s/^$1: //Ip"; }

serve cached
ours=http://$address$path ours_id=${servers[-1]}
serve uncached --cache-mb 0
uncached=http://$address$path uncached_id=${servers[-1]}
private() { awk '/^Private_/ { sum += $2 } END { printf "%.1f", sum / 1024 }' "/proc/$1/smaps_rollup"; }
resting=$(private "$ours_id")

# The page as it is, and as the cache holds it once brotli has been made in the background.
curl -sf -o "$work/www/page.html" "$ours" || stop "$path is not answered with a page"
for _ in $(seq 200); do
    curl -sf -H "$browser" -D "$work/head" -o "$work/www/page.html.br" "$ours"
    [ "$(header content-encoding)" = br ] && break
    sleep 0.05
done
[ "$(header content-encoding)" = br ] || stop "$path is not kept in the cache, or is too short to be compressed"
our_tag=$(header etag)
gzip -9 --keep "$work/www/page.html"

for port in $(seq 18080 18180); do
    cat >"$work/nginx.conf" <<CONF
load_module $module;
daemon off;
worker_processes 1;
pid $work/nginx.pid;
error_log $work/nginx.error;
events { worker_connections 1024; }
http {
    types { text/html html; }
    access_log $work/nginx.access combined buffer=64k flush=1s;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    client_body_temp_path $work/temp;
    proxy_temp_path $work/temp;
    fastcgi_temp_path $work/temp;
    uwsgi_temp_path $work/temp;
    scgi_temp_path $work/temp;
    server {
        listen 127.0.0.1:$port;
        root $work/www;
        brotli_static on;
        gzip_static on;
    }
}
CONF
    taskset -c 0 nginx -c "$work/nginx.conf" 2>>"$work/nginx.error" &
    nginx_id=$!
    sleep 0.5
    if kill -0 "$nginx_id" 2>/dev/null; then break; fi
done
servers+=("$nginx_id")
theirs=http://127.0.0.1:$port/page.html
curl -sf -H "$browser" -D "$work/head" -o "$work/nginx.body" "$theirs" || stop "nginx does not answer: $(tail -n 1 "$work/nginx.error")"
cmp -s "$work/nginx.body" "$work/www/page.html.br" || stop "nginx does not send the same bytes"
their_tag=$(header etag)

# Ticks of a hundredth of a second that a server and its children have used.
ticks() {
    local id sum=0
    for id in "$1" $(pgrep -P "$1" || true); do
        sum=$((sum + $(sed 's/.*) //' "/proc/$id/stat" | cut -d ' ' -f 12,13 | tr ' ' '+')))
    done
    echo "$sum"
}

# One round of load: adds a line of name, requests a second, microseconds of the server's time a request.
load() {
    local name=$1 id=$2 url=$3 before after output
    shift 3
    before=$(ticks "$id")
    output=$(taskset -c 1 wrk -t 1 -c "$connections" -d "${duration}s" -H "$browser" "$@" "$url")
    after=$(ticks "$id")
    ! grep -q 'Non-2xx' <<<"$output" || stop "$name: $(grep 'Non-2xx' <<<"$output")"
    awk -v name="$name" -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" '
        /requests in/ { requests = $1 }
        /Requests\/sec/ { rate = $2 }
        END { printf "%s %.0f %.2f\n", name, rate, ticks / hertz * 1e6 / requests }' <<<"$output" >>"$work/rounds"
}

for round in $(seq "$rounds"); do
    say "round $round of $rounds"
    load nginx "$nginx_id" "$theirs"
    load cached "$ours_id" "$ours"
    load nginx304 "$nginx_id" "$theirs" -H "If-None-Match: $their_tag"
    load ours304 "$ours_id" "$ours" -H "If-None-Match: $our_tag"
    load uncached "$uncached_id" "$uncached"
done
loaded=$(private "$ours_id")

# The median of a column (2 or 3) of the rounds of a name.
median() {
    awk -v name="$1" -v column="$2" '$1 == name { print $column }' "$work/rounds" | sort -n |
        awk '{ values[NR] = $1 } END { print (values[int((NR + 1) / 2)] + values[int(NR / 2) + 1]) / 2 }'
}
row() {
    awk -v words="$1" -v rate="$(median "$2" 2)" -v time="$(median "$2" 3)" -v base="$(median "$3" 2)" \
        'BEGIN { printf "| %s | %.0f | %.2f | %.1f |\n", words, rate, rate / base, time }'
}
size() { stat -c %s "$1"; }

{
    echo
    echo "Measured $(date -u +%F) on $(nproc) cores ($(sed -n 's/^model name\t*: //p' /proc/cpuinfo | head -n 1)), Linux $(uname -r | cut -d - -f 1), $(nginx -v 2>&1 | sed 's/nginx version: //'): $rounds interleaved rounds of $duration seconds, $connections connections, medians. The page is \`$path\`: $(size "$work/www/page.html") bytes, $(size "$work/www/page.html.br") in brotli, $(size "$work/www/page.html.gz") with \`gzip -9\`. Both servers write a log of every request to a file."
    echo
    echo "| answer | requests a second | to nginx | server's time a request, µs |"
    echo "|---|---|---|---|"
    row "nginx, precompressed file" nginx nginx
    row "page from the cache" cached nginx
    row "nginx, 304" nginx304 nginx304
    row "304" ours304 nginx304
    row "page made and compressed for each request, to nginx's file" uncached nginx
    echo
    echo "Private memory of the server: $resting MB at rest, $loaded MB after the run."
    echo
} >"$work/table"

awk -v table="$work/table" '
    /<!-- http: begin -->/ { print; while ((getline line < table) > 0) print line; skip = 1 }
    /<!-- http: end -->/ { skip = 0 }
    !skip { if (!/<!-- http: begin -->/) print }' "$report" >"$work/report"
cp "$work/report" "$report"
cat "$work/table"
