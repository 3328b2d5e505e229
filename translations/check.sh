#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails where a text of the source is not in the .ts files, or not translated.
set -euo pipefail
cd "$(dirname "$0")/.."
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cp translations/*.ts "$fresh"
translations/update.sh "$fresh"
for file in translations/*.ts; do
    if ! cmp -s "$file" "$fresh/$(basename "$file")"; then
        echo "$file does not have the texts of the source. Run translations/update.sh and translate what is new:" >&2
        diff -u "$file" "$fresh/$(basename "$file")" | head -40 >&2 || true
        exit 1
    fi
    if grep -n -B3 'type="unfinished"' "$file" | head -40 >&2; then
        echo "$file has texts without a translation." >&2
        exit 1
    fi
    echo "translations: $(grep -c '<message' "$file") texts in $file, all translated"
done
