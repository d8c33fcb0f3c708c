#!/usr/bin/env bash
# Puts together what is installed: assemble.sh OUT writes OUT/heddle-VERSION.tar.gz from a build that is there already.
# Equal jars give an equal archive: names are sorted; times, owners and modes are set.
set -euo pipefail
root=$(cd "${BASH_SOURCE[0]%/*}/../../../../.." && pwd)
out=$(mkdir -p "$1" && cd "$1" && pwd)
cli=$root/scenarios/cli
jar=("$cli"/target/heddle-cli-*.jar)
[[ -e ${jar[0]} && -d $cli/target/lib && -d $root/cni-bridge/target/agent ]] || { echo 'assemble.sh: build first: ./check --dist' >&2; exit 2; }
version=${jar[0]##*/heddle-cli-}
version=${version%.jar}
name=heddle-$version
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/$name"/{bin,lib,share/bash}
cp "$cli/src/main/dist/heddle" "$work/$name/bin/"
cp "$cli"/src/main/bash/*.sh "$work/$name/share/bash/"
cp "$cli"/target/lib/*.jar "${jar[0]}" "$work/$name/lib/"
cp -r "$root/cni-bridge/target/agent" "$work/$name/agent"
cp -r "$root/docs" "$root/README.md" "$root/LICENSE" "$root/CHANGELOG.md" "$root/SECURITY.md" "$work/$name/"
# The bill of materials, where it was made (mvn -Pdist).
for each in "$root"/target/bom.json; do
    if [[ -e $each ]]; then cp "$each" "$work/$name/share/"; fi
done
tar -C "$work" --sort=name --mtime='2026-01-01 00:00Z' --owner=0 --group=0 --numeric-owner --mode=u+w,go=rX -cf - "$name" | gzip -n >"$out/$name.tar.gz.new"
mv "$out/$name.tar.gz.new" "$out/$name.tar.gz"
echo "$out/$name.tar.gz"
