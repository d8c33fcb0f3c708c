#!/usr/bin/env bash
# Captures what FRR, BIRD and GoBGP send, as texts of wire vectors, for src/test/resources/io/heddle/bgp/wire/vectors.
#
#   mvn -pl bgp -am test-compile && bgp/src/test/capture/capture.sh DIRECTORY
#
# Needs root (a network namespace of its own, loopback alone in it) and Debian's frr, bird2 and gobgpd.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
out=$(realpath -m "${1:?directory to write to}")
if [[ ${2:-} != inside ]]; then
    exec unshare --net --mount --fork --kill-child -- "${BASH_SOURCE[0]}" "$out" inside
fi

work=$(mktemp -d)
trap 'jobs -p | xargs -r kill 2>/dev/null; wait; rm -rf "$work"' EXIT
chmod 777 "$work"
ip link set lo up
ip -6 addr add 2001:db8:ff::1/128 dev lo
ip addr add 10.255.0.1/32 dev lo
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$here/bgp/target/test-classes:$here/bgp/target/classes:$here/topology/model/target/classes

# Listens for a speaker's call; what it writes is waited for with a deadline.
listen() { # name session as
    "$java" -cp "$classes" io.heddle.bgp.wire.CapturePeer 127.0.0.2 "$3" "$1" "$2" "$out" >"$work/$1.log" 2>&1 &
    peer=$!
    until [[ -n $(ss -Hltn 'src 127.0.0.2 and sport = 179') ]]; do
        kill -0 "$peer" && read -rt 0.05 <> <(:) || true
    done
}

# Stops a daemon when so many UPDATEs have come, and waits for the peer to see the end.
finish() { # daemon-pid name updates
    local tries=0
    until (($(grep -lsE '# type UPDATE' "$out/$2"-*.txt | wc -l) >= $3)) || ((++tries > 400)); do
        read -rt 0.05 <> <(:) || true
    done
    kill -TERM "$1"
    wait "$1" "$peer" || true
    echo "$2: $(find "$out" -name "$2-*.txt" | wc -l) messages"
    if ((tries > 400)); then
        cat "$work"/*.daemon >&2
    fi
}

frr() { # name session local-as remote-as extra
    cat >"$work/$1.conf" <<EOF
hostname $1
router bgp $3
 bgp router-id 10.255.0.1
 no bgp ebgp-requires-policy
 no bgp default ipv4-unicast
 no bgp network import-check
 neighbor 127.0.0.2 remote-as $4
 neighbor 127.0.0.2 update-source 127.0.0.1
 neighbor 127.0.0.2 disable-connected-check
 neighbor 127.0.0.2 timers 30 90
 neighbor 127.0.0.2 timers connect 1
$5
 address-family ipv4 unicast
  neighbor 127.0.0.2 activate
  neighbor 127.0.0.2 route-map OUT out
$6
  network 10.1.0.0/16
  network 10.2.0.0/16
  network 10.3.3.0/24 route-map MORE
 exit-address-family
 address-family ipv6 unicast
  neighbor 127.0.0.2 activate
  network 2001:db8:1::/48
 exit-address-family
bgp community-list standard X permit 65101:1
route-map MORE permit 10
 set community 65101:100
 set large-community 65101:1:2
 set extcommunity rt 65101:100 4200000001:5
 set metric 50
 set as-path prepend 4200000001 64512
 set aggregator as 4200000001 10.255.0.1
 set atomic-aggregate
route-map OUT permit 10
EOF
    listen "$1" "$2" "$4"
    /usr/lib/frr/bgpd -Z -S -n -f "$work/$1.conf" -i "$work/$1.pid" --vty_socket "$work" -P 0 --log "file:$work/$1.daemon" &
    finish $! "$1" 5
}

frr frr-external external 65101 65001 '' ''
frr frr-internal internal 65101 65101 '' ''
frr frr-add-path 'external add-path' 65101 65001 '' '  neighbor 127.0.0.2 addpath-tx-all-paths'
frr frr-two-octet 'external two-octet' 4200000007 65001 '' ''

cat >"$work/bird.conf" <<'EOF'
router id 10.255.0.1;
protocol device {}
protocol static v4 { ipv4; route 10.1.0.0/16 blackhole; route 10.2.0.0/16 blackhole; route 10.3.3.0/24 blackhole; }
protocol static v6 { ipv6; route 2001:db8:1::/48 blackhole; }
filter more {
    if net = 10.3.3.0/24 then {
        bgp_community.add((65101, 100));
        bgp_large_community.add((65101, 1, 2));
        bgp_ext_community.add((rt, 65101, 100));
        bgp_med = 50;
        bgp_path.prepend(4200000001);
    }
    accept;
}
protocol bgp peer {
    local 127.0.0.1 as 65101; neighbor 127.0.0.2 as 65001;
    multihop; strict bind yes; connect delay time 1;
    ipv4 { import all; export filter more; next hop address 10.255.0.1; };
    ipv6 { import all; export all; next hop address 2001:db8:ff::1; };
}
EOF
listen bird-external external 65001
bird -f -c "$work/bird.conf" -s "$work/bird.ctl" 2>"$work/bird.daemon" &
finish $! bird-external 5

cat >"$work/gobgp.toml" <<'EOF'
[global.config]
 as = 65101
 router-id = "10.255.0.1"
 port = -1
[[neighbors]]
 [neighbors.config]
  neighbor-address = "127.0.0.2"
  peer-as = 65001
 [neighbors.ebgp-multihop.config]
  enabled = true
  multihop-ttl = 4
 [neighbors.timers.config]
  connect-retry = 1
  idle-hold-time-after-reset = 1
 [neighbors.transport.config]
  local-address = "127.0.0.1"
 [[neighbors.afi-safis]]
  [neighbors.afi-safis.config]
   afi-safi-name = "ipv4-unicast"
 [[neighbors.afi-safis]]
  [neighbors.afi-safis.config]
   afi-safi-name = "ipv6-unicast"
EOF
gobgpd -f "$work/gobgp.toml" -t toml --log-level=error --api-hosts=127.0.0.1:50051 --pprof-disable >"$work/gobgp.daemon" 2>&1 &
daemon=$!
until gobgp global >/dev/null 2>&1; do read -rt 0.1 <> <(:) || true; done
gobgp global rib add -a ipv4 10.1.0.0/16 nexthop 10.255.0.1
gobgp global rib add -a ipv4 10.3.3.0/24 nexthop 10.255.0.1 med 50 community 65101:100 aspath 4200000001 large-community 65101:1:2 rt 65101:100
gobgp global rib add -a ipv6 2001:db8:1::/48 nexthop 2001:db8:ff::1
listen gobgp-external external 65001
finish "$daemon" gobgp-external 3

# One of each: what several speakers send alike is kept once.
declare -A seen
for file in "$out"/*.txt; do
    octets=$(grep -vE '^#' "$file")
    if [[ -n ${seen[$octets]:-} ]]; then rm "$file"; fi
    seen[$octets]=yes
done
