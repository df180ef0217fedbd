#!/usr/bin/env bash
# show_in_reveal_md.sh NODE_FOLDER READER DECKS: shows every DECKS/*.md in a real browser and writes what it shows
# to DECKS/*.json. NODE_FOLDER has reveal-md and playwright-core in its node_modules. reveal-md listens on all
# interfaces, so this runs in a network namespace of its own.
set -euo pipefail
if [ "${1:-}" != --inside ]; then
  exec unshare --map-root-user --net "$0" --inside "$@"
fi
node_folder=$2 reader=$3 decks=$4
ip link set lo up
cd "$node_folder"
cp "$reader" read_reveal.mjs  # modules are looked for beside the script
node node_modules/reveal-md/bin/reveal-md.js "$decks" --port 1948 --theme night --disable-auto-open >"$decks/server.log" 2>&1 &
server=$!
trap 'kill "$server"' EXIT
until curl -s -o /dev/null http://127.0.0.1:1948/; do
  kill -0 "$server" || exit 1
done
for deck in "$decks"/*.md; do
  name=$(basename "$deck" .md)
  node read_reveal.mjs "http://127.0.0.1:1948/$name.md" "$decks/$name.json" >&2
done
