package io.heddle.test.controller;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** TCP over IPv4 over Ethernet as tcpdump wrote it: what carries data, in the order of arrival. */
final class Packets {

    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int ETHERNET = 14;

    private Packets() {}

    /** @param at microseconds since 1970 */
    record Packet(long at, int from, int to, byte[] data) {

        boolean says(String text) {
            return new String(data, StandardCharsets.ISO_8859_1).contains(text);
        }

        /** The addresses in 10.64.0.0/16 whose host routes it has: a length of 32 and the address (RFC 4271 section 4.3). */
        List<String> hostRoutes() {
            List<String> found = new ArrayList<>();
            for (int i = 0; i + 5 <= data.length; i++) {
                if (data[i] == 32 && data[i + 1] == 10 && data[i + 2] == 64) {
                    found.add("10.64." + (data[i + 3] & 0xFF) + "." + (data[i + 4] & 0xFF));
                }
            }
            return found;
        }
    }

    static List<Packet> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        List<Packet> packets = new ArrayList<>();
        int at = FILE_HEADER;
        while (at + PACKET_HEADER <= bytes.limit()) {
            long time = bytes.getInt(at) * 1_000_000L + bytes.getInt(at + 4);
            int start = at + PACKET_HEADER;
            int end = start + bytes.getInt(at + 8);
            if (end > bytes.limit()) {
                break; // tcpdump was ended while it wrote
            }
            at = end;
            int ip = start + ETHERNET;
            int tcp = ip + 4 * (bytes.get(ip) & 0xF);
            int data = tcp + 4 * ((bytes.get(tcp + 12) & 0xF0) >> 4);
            int length = Short.toUnsignedInt(Short.reverseBytes(bytes.getShort(ip + 2)));
            byte[] carried = new byte[Math.max(0, Math.min(end, ip + length) - data)];
            bytes.get(data, carried);
            if (carried.length > 0) {
                packets.add(new Packet(time, port(bytes, tcp), port(bytes, tcp + 2), carried));
            }
        }
        return packets;
    }

    private static int port(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(Short.reverseBytes(bytes.getShort(at)));
    }
}
