package io.heddle.controller.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A value with the checksum of its key and itself behind it: MVStore checks where its pages are, not what is in them. */
final class Sealed {

    private static final int CHECKSUM = 4;

    private Sealed() {}

    static byte[] seal(String key, byte[] content) {
        return ByteBuffer.allocate(content.length + CHECKSUM)
                .put(content)
                .putInt(checksum(key, content, content.length))
                .array();
    }

    static byte[] open(String place, String key, byte[] sealed) throws StoreException {
        int length = sealed.length - CHECKSUM;
        if (length < 0 || ByteBuffer.wrap(sealed).getInt(length) != checksum(key, sealed, length)) {
            throw new StoreException.Corrupt(place, "checksum of " + key.replace('/', ' ') + " does not match");
        }
        return Arrays.copyOf(sealed, length);
    }

    private static int checksum(String key, byte[] content, int length) {
        CRC32C sum = new CRC32C();
        sum.update(key.getBytes(StandardCharsets.UTF_8));
        sum.update(content, 0, length);
        return (int) sum.getValue();
    }
}
