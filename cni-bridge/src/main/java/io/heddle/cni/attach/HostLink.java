package io.heddle.cni.attach;

import io.heddle.cni.linux.Link;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.model.net.Mac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The node's end of an attachment: {@code hdl} and 12 characters that stand for 60 bits of a SHA-256 of the key. Its MAC is locally
 * administered, begins with 0e:dd:1e and ends with 24 more bits of it.
 */
public record HostLink(String name, Mac mac) {

    private static final String PREFIX = "hdl";
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int NAME_LENGTH = 15;
    private static final long OUI = 0x0EDD1EL;

    public static HostLink of(AttachmentKey key) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(key.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
        long bits = ByteBuffer.wrap(hash).getLong();
        StringBuilder name = new StringBuilder(PREFIX);
        for (int shift = 55; shift >= 0; shift -= 5) {
            name.append(DIGITS.charAt((int) (bits >>> shift & 31)));
        }
        return new HostLink(
                name.toString(), new Mac(OUI << 24 | ByteBuffer.wrap(hash).getInt(8) & 0xFF_FFFFL));
    }

    /** Whether an interface was made by Heddle: by kind, form of name and MAC. */
    public static boolean isOurs(Link link) {
        return link.kind().equals("veth")
                && link.name().startsWith(PREFIX)
                && link.name().length() == NAME_LENGTH
                && link.mac().filter(mac -> mac.bits() >>> 24 == OUI).isPresent();
    }
}
