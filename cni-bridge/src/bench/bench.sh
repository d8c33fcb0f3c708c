#!/usr/bin/env bash
# Heddle's plugin against Debian's Go plugins bridge and ptp with host-local, paired in one session: contenders by turns, each with a
# node namespace and pods of its own, IPv4, the same exec from the same program. Needs root, a C compiler, containernetworking-plugins.
#
#   cni-bridge/src/bench/bench.sh [ROUNDS]      200 unless told; build first: mvn -pl cni-bridge -am package
#
# Prints median, p95 and the smallest in milliseconds, then 100 at once (three times), then the agent's memory with 250 pods.
set -euo pipefail
rounds=${1:-200}
root=$(cd "${BASH_SOURCE[0]%/*}/../../.." && pwd)
source "$root/scenarios/cli/src/main/bash/find-jdk.sh"
find_jdk
export JAVA_HOME=$jdk
work=$(mktemp -d /tmp/hd-bench-XXXXXX)
shm=$(mktemp -d /dev/shm/hd-bench-XXXXXX)
id=hd-b$$
pids=()

clean() {
    for each in "${pids[@]}"; do kill "$each" 2>/dev/null || true; wait "$each" 2>/dev/null || true; done
    for each in /run/netns/"$id"-*; do [[ -e $each ]] && ip netns del "${each##*/}"; done
    rm -rf "$work" "$shm"
}
trap clean EXIT

gcc -O2 -o "$work/cni-time" "$root/cni-bridge/src/bench/cni-time.c"

start_agent() { # name, state directory, mode
    ip netns add "$id-$1"
    ip -n "$id-$1" link set lo up
    cat >"$work/$1.json" <<JSON
{"format": 1, "socket": "$work/$1.sock", "state-directory": "$2", "cool-down-seconds": 0, "networks": [{"name": "pods", "blocks": ["10.60.0.0/16"] $3}]}
JSON
    nsenter --net="/run/netns/$id-$1" "$root/cni-bridge/src/main/dist/heddle-agent" --config "$work/$1.json" 2>"$work/$1.log" &
    pids+=($!)
    while ! grep -q '"ready"' "$work/$1.log"; do kill -0 $!; sleep 0.05; done
}

for i in {0..249}; do ip netns add "$id-p$i"; done
HEDDLE_LIB="$root/cni-bridge/target/agent/lib"
export HEDDLE_LIB
start_agent ours "$work/state" ''
start_agent memory "$shm/state" ''
start_agent bridged "$work/state-bridged" ', "mode": "bridge", "subnets": [{"prefix": "10.60.0.0/16", "gateway": "10.60.0.1"}]'
for each in bridge ptp; do ip netns add "$id-$each"; ip -n "$id-$each" link set lo up; done
echo '{"cniVersion": "1.0.0", "name": "pods", "type": "heddle-cni"}' >"$work/heddle.conf"
for each in bridge ptp; do
    echo '{"cniVersion": "1.0.0", "name": "'$each'", "type": "'$each'", "bridge": "go0", "isGateway": true,
        "ipam": {"type": "host-local", "dataDir": "'"$work/$each"'", "ranges": [[{"subnet": "10.61.0.0/16"}]], "routes": [{"dst": "0.0.0.0/0"}]}}' >"$work/$each.conf"
done

# A runtime runs plugins in the node's namespace; nsenter would be part of the time, so each contender is a session of its own there.
run() { # node, socket, words of cni-time
    local node=$1 socket=$2
    shift 2
    HEDDLE_CNI_SOCKET=$socket nsenter --net="/run/netns/$id-$node" "$work/cni-time" "$@"
}

binary=$root/cni-bridge/target/heddle-cni
echo "first ADD after start: $(run ours "$work/ours.sock" one 1 "$id-p" "ours=$binary=$work/heddle.conf" | awk '$2 == "ADD" { print $3 / 1000 " ms" }')"
for ((i = 0; i < rounds; i += 10)); do # by turns, ten each
    run ours "$work/ours.sock" one 10 "$id-p" "heddle-routed=$binary=$work/heddle.conf"
    run memory "$work/memory.sock" one 10 "$id-p" "heddle-routed-tmpfs=$binary=$work/heddle.conf"
    run bridged "$work/bridged.sock" one 10 "$id-p" "heddle-bridge=$binary=$work/heddle.conf"
    run bridge '' one 10 "$id-p" "go-bridge=/usr/lib/cni/bridge=$work/bridge.conf"
    run ptp '' one 10 "$id-p" "go-ptp=/usr/lib/cni/ptp=$work/ptp.conf"
done >"$work/times"
for each in 1 2 3; do
    run ours "$work/ours.sock" many 100 "$id-p" "heddle-routed=$binary=$work/heddle.conf"
    run bridge '' many 100 "$id-p" "go-bridge=/usr/lib/cni/bridge=$work/bridge.conf"
    run ptp '' many 100 "$id-p" "go-ptp=/usr/lib/cni/ptp=$work/ptp.conf"
done >>"$work/times"
sort -k1,1 -k2,2 -k3,3n "$work/times" | awk '
    function show() { if (n) printf "%-22s %-8s n=%-4d median %8.2f  p95 %8.2f  min %8.2f ms\n", key[1], key[2], n, t[int((n + 1) / 2)] / 1000, t[int(n * 0.95 + 0.5)] / 1000, t[1] / 1000 }
    { if ($1 " " $2 != last) { show(); n = 0; last = $1 " " $2; split(last, key, " ") } t[++n] = $3 }
    END { show() }'

# 250 pods stay
for i in {0..249}; do
    CNI_COMMAND=ADD CNI_CONTAINERID=m$i CNI_NETNS=/run/netns/$id-p$i CNI_IFNAME=eth0 CNI_PATH=/usr/lib/cni HEDDLE_CNI_SOCKET=$work/ours.sock \
        "$binary" <"$work/heddle.conf" >/dev/null
done
agent=$(pgrep -f "$work/ours.json")
grep -h VmRSS "/proc/$agent/status"
