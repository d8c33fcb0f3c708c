#!/usr/bin/env bash
# Builds heddle-cni: static with musl where musl-gcc is there, else static with the system's C library, else not at all.
#
#   build.sh DIRECTORY    the binary goes to DIRECTORY/heddle-cni
set -euo pipefail
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
out=$1
compiler=
for each in musl-gcc gcc cc; do
    if command -v "$each" >/dev/null; then compiler=$each; break; fi
done
if [[ -z $compiler ]]; then
    echo 'heddle-cni: no C compiler (musl-gcc, gcc, cc): everything but the CNI binary is built' >&2
    rm -f "$out/heddle-cni"
    exit 0
fi
mkdir -p "$out"
"$compiler" -std=c11 -D_GNU_SOURCE -Os -static -s -Wall -Wextra -Werror -fstack-protector-strong \
    -o "$out/heddle-cni.new" "$here/heddle-cni.c" "$here/install.c"
mv "$out/heddle-cni.new" "$out/heddle-cni"
