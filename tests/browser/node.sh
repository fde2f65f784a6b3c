#!/bin/sh
# The Node that came with `npm ci`, else the one on the PATH. By its path: Debian's npm 9 leaves out the link to it.
for node in "$(dirname "$0")"/node_modules/node-linux-*/bin/node; do
  [ -x "$node" ] && exec "$node" "$@"
done
exec node "$@"
