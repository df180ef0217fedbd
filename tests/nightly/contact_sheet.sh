#!/usr/bin/env bash
# contact_sheet.sh DECK OUT.png [PRESENTER OPTION…]: every slide of a deck in one picture, a row each: ours, reveal-md's in Chromium, and
# the difference between the two. For eyes; it judges nothing. Wants ./dev build, what ./dev test --nightly installs, and ImageMagick.
# reveal-md listens on all interfaces, so this runs in a network namespace of its own.
set -euo pipefail
if [ "${1:-}" != --inside ]; then
  exec unshare --map-root-user --net "$0" --inside "$@"
fi
deck=$(realpath "$2") sheet=$(realpath "$3")
shift 3
cd "$(dirname "$0")/../.."
ip link set lo up

work=$(mktemp -d)
mkdir "$work"/{ours,theirs,rows}
# What the themes fetch from Google there is in build/npm here.
cat >"$work/fonts.conf" <<END
<fontconfig><include>/etc/fonts/fonts.conf</include><dir>$PWD/build/npm/node_modules/@expo-google-fonts</dir></fontconfig>
END
server=
trap '[ -z "$server" ] || kill "$server"; rm -r "$work"' EXIT

build/bin/lectern-presenter render "$deck" --all --out-dir "$work/ours" --size 1920x1080 "$@" >&2

node build/npm/node_modules/reveal-md/bin/reveal-md.js "$deck" --port 1948 --theme night --disable-auto-open >"$work/server.log" 2>&1 &
server=$!
until curl -s -o /dev/null http://127.0.0.1:1948/; do
  kill -0 "$server"
done
cp tests/nightly/screenshots.mjs build/npm/  # modules are looked for beside the script
FONTCONFIG_FILE=$work/fonts.conf node build/npm/screenshots.mjs "http://127.0.0.1:1948/$(basename "$deck")" "$work/theirs" 1920 1080 >&2

# ImageMagick takes no picture of more than 16,000 rows of pixels, as Debian sets it up.
slides=("$work"/theirs/*.png)
height=$((16000 / ${#slides[@]} - 4))
height=$((height < 360 ? height : 360))
for theirs in "${slides[@]}"; do
  name=$(basename "$theirs" .png) ours=$work/ours/$(basename "$theirs")
  [ -e "$ours" ] || ours=xc:black
  convert "$ours" "$theirs" -resize $((height * 16 / 9))x$height! \( -clone 0,1 -compose difference -composite \) -compose over \
    -bordercolor '#808080' -border 2 +append +repage \
    -gravity NorthWest -fill yellow -undercolor '#000c' -pointsize 18 -annotate +6+6 " $name " "$work/rows/$name.png"
done
convert "$work"/rows/*.png -append +repage "$sheet"
