#!/usr/bin/env bash
# Puts together what a node gets, beside the libraries that are there already: assemble.sh TARGET JAR fills TARGET/agent.
set -euo pipefail
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
agent=$1/agent
mkdir -p "$agent/bin" "$agent/lib" "$agent/share"
cp "$2" "$agent/lib/"
cp "$here/heddle-agent" "$agent/bin/"
if [[ -x $1/heddle-cni ]]; then cp "$1/heddle-cni" "$agent/bin/"; fi
cp "$here"/{agent.json,10-heddle.conflist,heddle-agent.service,daemonset.yaml} "$agent/share/"
cp "$here/Containerfile" "$agent/"
