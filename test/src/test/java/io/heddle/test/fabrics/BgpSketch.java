package io.heddle.test.fabrics;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A router's BGP, being written down. Multipath is wide open unless said otherwise. */
public final class BgpSketch {

    /** All families, everything accepted, nothing special. */
    public static final PeerGroup PLAIN = group("plain", EnumSet.allOf(AddressFamily.class));

    private final Asn asn;
    private final IpAddress routerId;
    private final List<Neighbor> neighbors = new ArrayList<>();
    private final List<Origination> originations = new ArrayList<>();
    private PeerGroup group = PLAIN;
    private int maxPaths = 64;
    private boolean relax = true;

    BgpSketch(long asn, String routerId) {
        this.asn = new Asn(asn);
        this.routerId = IpAddress.parse(routerId);
    }

    public static PeerGroup group(String name, Set<AddressFamily> families) {
        return new PeerGroup(
                name, families, Policy.ACCEPT_ALL, Policy.ACCEPT_ALL, false, NextHopMode.STANDARD, 0, false);
    }

    public Asn asn() {
        return asn;
    }

    /** The group of the sessions added from now on. */
    public BgpSketch group(PeerGroup value) {
        group = value;
        return this;
    }

    public PeerGroup group() {
        return group;
    }

    public BgpSketch multipath(int paths, boolean relaxed) {
        maxPaths = paths;
        relax = relaxed;
        return this;
    }

    public BgpSketch originate(Origination origination) {
        originations.add(origination);
        return this;
    }

    public BgpSketch network(String prefix) {
        return originate(new Origination.Network(Prefix.parse(prefix)));
    }

    public BgpSketch peerOver(PortName port, DeviceName peer, Asn remoteAs) {
        neighbors.add(new Neighbor(peer, Optional.of(port), Optional.empty(), remoteAs, group));
        return this;
    }

    public BgpSketch peerAt(String address, String peer, long remoteAs) {
        neighbors.add(new Neighbor(
                DeviceName.of(peer),
                Optional.empty(),
                Optional.of(IpAddress.parse(address)),
                new Asn(remoteAs),
                group));
        return this;
    }

    BgpConfig build() {
        return new BgpConfig(asn, routerId, neighbors, originations, maxPaths, relax);
    }
}
