package io.heddle.test.controller;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * When each host route of 10.64.0.0/16 was first seen in a capture of BGP, read from tcpdump's file: a length of 32 and the address, which stands
 * nowhere else in an UPDATE (RFC 4271 section 4.3).
 *
 * @param sent by address, microseconds since 1970
 */
record BgpCapture(Map<String, Long> sent) {

    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;

    static BgpCapture read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        Map<String, Long> sent = new HashMap<>();
        int at = FILE_HEADER;
        while (at + PACKET_HEADER <= bytes.limit()) {
            long time = bytes.getInt(at) * 1_000_000L + bytes.getInt(at + 4);
            int length = bytes.getInt(at + 8);
            int start = at + PACKET_HEADER;
            at = start + length;
            for (int i = start; i + 5 <= Math.min(at, bytes.limit()); i++) {
                if (bytes.get(i) == 32 && bytes.get(i + 1) == 10 && bytes.get(i + 2) == 64) {
                    sent.putIfAbsent("10.64." + (bytes.get(i + 3) & 0xFF) + "." + (bytes.get(i + 4) & 0xFF), time);
                }
            }
        }
        return new BgpCapture(Map.copyOf(sent));
    }
}
