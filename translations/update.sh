#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the .ts files up to date with the texts in the source. An optional argument names another folder
# of .ts files than this one.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-translations}
lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=lupdate
options=(app models views -extensions cpp,h -no-obsolete -locations none -silent -I .)
"$lupdate" "${options[@]}" -source-language en -target-language de -ts "$folder/tallyman_de.ts"
"$lupdate" "${options[@]}" -source-language en -target-language en -pluralonly -ts "$folder/tallyman_en.ts"
