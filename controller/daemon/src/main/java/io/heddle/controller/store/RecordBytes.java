package io.heddle.controller.store;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.controller.core.Change;
import io.heddle.controller.core.Grant;
import io.heddle.controller.core.NodeRecord;
import io.heddle.controller.core.Pod;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes as octets, format 1, big-endian; a text is its length in octets (4) and UTF-8.
 *
 * <pre>
 *   change: kind (1) 1 node saved:     node
 *                    2 node forgotten: name
 *                    3 pod saved:      name, container, interface, pod
 *                    4 pod forgotten:  name, container, interface
 *                    5 layout saved:   fingerprint
 *   node:   name, identity, flags (1: 1 alive, 2 aggregated), acknowledged (8), grants (4), each: kind (1), prefix
 *   prefix: address, length (1)
 *   address: family (1: 4 or 6), 4 or 16 octets
 *   pod:    flags (1: 1 named, 2 IPv4, 4 IPv6), [name], MAC (8), [4 octets], [16 octets], network, since (8), refusal
 * </pre>
 */
final class RecordBytes {

    private static final int NODE_SAVED = 1;
    private static final int NODE_FORGOTTEN = 2;
    private static final int POD_SAVED = 3;
    private static final int POD_FORGOTTEN = 4;
    private static final int LAYOUT_SAVED = 5;

    private static final Grant.Kind[] KINDS = {Grant.Kind.PLANNED, Grant.Kind.EXTRA, Grant.Kind.SINGLE};

    /** No text of a record is longer: names and reasons, not documents. */
    private static final int LONGEST = 1 << 16;

    private RecordBytes() {}

    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    static byte[] write(List<Change> changes) {
        return octets(out -> {
            out.writeInt(changes.size());
            for (Change each : changes) {
                write(out, each);
            }
        });
    }

    static byte[] write(NodeRecord node) {
        return octets(out -> node(out, node));
    }

    static byte[] write(Pod pod) {
        return octets(out -> pod(out, pod));
    }

    private static byte[] octets(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // to memory
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Change change) throws IOException {
        switch (change) {
            case Change.NodeSaved(NodeRecord node) -> {
                out.writeByte(NODE_SAVED);
                node(out, node);
            }
            case Change.NodeForgotten(DeviceName node) -> {
                out.writeByte(NODE_FORGOTTEN);
                text(out, node.value());
            }
            case Change.PodSaved(DeviceName node, AttachmentKey key, Pod pod) -> {
                out.writeByte(POD_SAVED);
                key(out, node, key);
                pod(out, pod);
            }
            case Change.PodForgotten(DeviceName node, AttachmentKey key) -> {
                out.writeByte(POD_FORGOTTEN);
                key(out, node, key);
            }
            case Change.LayoutSaved(String fingerprint) -> {
                out.writeByte(LAYOUT_SAVED);
                text(out, fingerprint);
            }
        }
    }

    private static void key(DataOutputStream out, DeviceName node, AttachmentKey key) throws IOException {
        text(out, node.value());
        text(out, key.container());
        text(out, key.interfaceName());
    }

    private static void node(DataOutputStream out, NodeRecord node) throws IOException {
        text(out, node.name().value());
        text(out, node.identity());
        out.writeByte((node.alive() ? 1 : 0) | (node.aggregated() ? 2 : 0));
        out.writeLong(node.acknowledged());
        out.writeInt(node.grants().size());
        for (Grant each : node.grants()) {
            out.writeByte(each.kind().ordinal());
            address(out, each.prefix().address());
            out.writeByte(each.prefix().length());
        }
    }

    private static void address(DataOutputStream out, IpAddress address) throws IOException {
        out.writeByte(address.isV4() ? 4 : 6);
        if (address.isV4()) {
            out.writeInt((int) address.low());
        } else {
            out.writeLong(address.high());
            out.writeLong(address.low());
        }
    }

    private static void pod(DataOutputStream out, Pod pod) throws IOException {
        Endpoint endpoint = pod.endpoint();
        out.writeByte((endpoint.name().isPresent() ? 1 : 0)
                | (endpoint.ipv4().isPresent() ? 2 : 0)
                | (endpoint.ipv6().isPresent() ? 4 : 0));
        if (endpoint.name().isPresent()) {
            text(out, endpoint.name().get());
        }
        out.writeLong(endpoint.mac().bits());
        for (IpAddress each : pod.addresses()) {
            address(out, each);
        }
        text(out, pod.network());
        out.writeLong(pod.sinceMillis());
        text(out, pod.refusal());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length > LONGEST) {
            throw new IllegalArgumentException("a text of " + octets.length + " octets, at most " + LONGEST);
        }
        out.writeInt(octets.length);
        out.write(octets);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    static List<Change> changes(byte[] octets, String place) throws StoreException {
        return read(octets, place, in -> {
            int count = in.readInt();
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                changes.add(change(in));
            }
            return changes;
        });
    }

    static NodeRecord node(byte[] octets, String place) throws StoreException {
        return read(octets, place, RecordBytes::node);
    }

    static Pod pod(byte[] octets, DeviceName node, String place) throws StoreException {
        return read(octets, place, in -> pod(in, node));
    }

    private static <T> T read(byte[] octets, String place, Reading<T> reading) throws StoreException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            T found = reading.read(in);
            if (in.available() > 0) {
                throw new StoreException.Corrupt(place, in.available() + " octets too many");
            }
            return found;
        } catch (StoreException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException.Corrupt(place, String.valueOf(e.getMessage()));
        }
    }

    private static Change change(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case NODE_SAVED -> new Change.NodeSaved(node(in));
            case NODE_FORGOTTEN -> new Change.NodeForgotten(DeviceName.of(text(in)));
            case POD_SAVED -> {
                DeviceName node = DeviceName.of(text(in));
                yield new Change.PodSaved(node, key(in), pod(in, node));
            }
            case POD_FORGOTTEN -> new Change.PodForgotten(DeviceName.of(text(in)), key(in));
            case LAYOUT_SAVED -> new Change.LayoutSaved(text(in));
            default -> throw new IOException("change of kind " + kind);
        };
    }

    private static AttachmentKey key(DataInputStream in) throws IOException {
        return new AttachmentKey(text(in), text(in));
    }

    private static NodeRecord node(DataInputStream in) throws IOException {
        DeviceName name = DeviceName.of(text(in));
        String identity = text(in);
        int flags = in.readUnsignedByte();
        long acknowledged = in.readLong();
        int count = in.readInt();
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = in.readUnsignedByte();
            if (kind >= KINDS.length) {
                throw new IOException("grant of kind " + kind);
            }
            IpAddress address = address(in);
            grants.add(new Grant(new Prefix(address, in.readUnsignedByte()), KINDS[kind]));
        }
        return new NodeRecord(name, identity, (flags & 1) != 0, acknowledged, grants, (flags & 2) != 0);
    }

    private static IpAddress address(DataInputStream in) throws IOException {
        int family = in.readUnsignedByte();
        if (family != 4 && family != 6) {
            throw new IOException("address of family " + family);
        }
        return family == 4 ? IpAddress.v4(in.readInt() & 0xFFFF_FFFFL) : IpAddress.v6(in.readLong(), in.readLong());
    }

    private static Pod pod(DataInputStream in, DeviceName node) throws IOException {
        int flags = in.readUnsignedByte();
        Optional<String> name = (flags & 1) != 0 ? Optional.of(text(in)) : Optional.empty();
        Mac mac = new Mac(in.readLong());
        Optional<IpAddress> ipv4 = (flags & 2) != 0 ? Optional.of(address(in, IpFamily.IPV4)) : Optional.empty();
        Optional<IpAddress> ipv6 = (flags & 4) != 0 ? Optional.of(address(in, IpFamily.IPV6)) : Optional.empty();
        return new Pod(new Endpoint(name, node, mac, ipv4, ipv6), text(in), in.readLong(), text(in));
    }

    private static IpAddress address(DataInputStream in, IpFamily family) throws IOException {
        IpAddress address = address(in);
        if (address.family() != family) {
            throw new IOException(address + " is not of " + family);
        }
        return address;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a text of " + length + " octets");
        }
        byte[] octets = in.readNBytes(length);
        if (octets.length < length) {
            throw new IOException("ends in a text");
        }
        return new String(octets, StandardCharsets.UTF_8);
    }
}
