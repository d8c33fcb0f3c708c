package io.heddle.tls.issue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes values by the distinguished encoding rules (X.690), as far as certificates need them. */
final class Der {

    static final int CONTEXT = 0x80;
    static final int CONSTRUCTED = 0x20;

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0C;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private static final int LONG_LENGTH = 0x80;
    private static final int SEVEN_BITS = 7;
    private static final int GENERALIZED_FROM = 2050;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return of(SEQUENCE, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return of(SET, joined(parts));
    }

    /** {@code [number] EXPLICIT}. */
    static byte[] explicit(int number, byte[] value) {
        return of(CONTEXT | CONSTRUCTED | number, value);
    }

    static byte[] integer(BigInteger value) {
        return of(INTEGER, value.toByteArray());
    }

    static byte[] yes() {
        return of(BOOLEAN, new byte[] {(byte) 0xFF});
    }

    static byte[] octets(byte[] value) {
        return of(OCTET_STRING, value);
    }

    /** {@code unused}: how many of the last octet's bits do not count. */
    static byte[] bits(int unused, byte[] value) {
        return of(BIT_STRING, joined(new byte[] {(byte) unused}, value));
    }

    static byte[] text(String value) {
        return of(UTF8_STRING, value.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 5280 section 4.1.2.5: two digits of the year until 2049. */
    static byte[] time(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        boolean general = time.getYear() >= GENERALIZED_FROM;
        String text = DateTimeFormatter.ofPattern(general ? "yyyyMMddHHmmss'Z'" : "yyMMddHHmmss'Z'", Locale.ROOT)
                .format(time);
        return of(general ? GENERALIZED_TIME : UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code 2.5.29.17}. */
    static byte[] identifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            int arc = Integer.parseInt(arcs[i]);
            for (int shift = 28; shift > 0; shift -= SEVEN_BITS) {
                if (arc >> shift != 0) {
                    out.write(arc >> shift & 0x7F | 0x80);
                }
            }
            out.write(arc & 0x7F);
        }
        return of(OBJECT_IDENTIFIER, out.toByteArray());
    }

    /** Any tag with its contents. */
    static byte[] of(int tag, byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (contents.length < LONG_LENGTH) {
            out.write(contents.length);
        } else {
            byte[] length = BigInteger.valueOf(contents.length).toByteArray();
            int skipped = length[0] == 0 ? 1 : 0;
            out.write(LONG_LENGTH | length.length - skipped);
            out.write(length, skipped, length.length - skipped);
        }
        out.writeBytes(contents);
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            out.writeBytes(each);
        }
        return out.toByteArray();
    }
}
