package io.heddle.model.net;

/** A ten-octet Ethernet segment identifier (RFC 7432 section 5): two octets in {@code high}, eight in {@code low}. */
public record Esi(int high, long low) implements Comparable<Esi> {

    public Esi {
        if (high >>> 16 != 0) {
            throw new IllegalArgumentException("ESI has more than ten octets");
        }
    }

    /** Type 3 (RFC 7432 section 5): a system MAC and a 24-bit local discriminator. */
    public static Esi ofSystemMac(Mac system, int discriminator) {
        if (discriminator < 0 || discriminator > 0xFFFFFF) {
            throw new IllegalArgumentException("ESI discriminator " + discriminator + " is outside 0..16777215");
        }
        long mac = system.bits();
        return new Esi(0x0300 | (int) (mac >>> 40), (mac & 0xFF_FFFF_FFFFL) << 24 | discriminator);
    }

    /** Parses ten colon-separated pairs of hexadecimal digits. */
    public static Esi parse(String text) {
        String[] octets = text.split(":", -1);
        int high = 0;
        long low = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets.length != 10 || !octets[i].matches("[0-9a-fA-F]{2}")) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not an ESI; expected ten octets such as 03:44:38:39:be:ef:aa:00:00:01");
            }
            int octet = Integer.parseInt(octets[i], 16);
            if (i < 2) {
                high = high << 8 | octet;
            } else {
                low = low << 8 | octet;
            }
        }
        return new Esi(high, low);
    }

    @Override
    public int compareTo(Esi other) {
        int byHigh = Integer.compare(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Ten colon-separated octets. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(29).append("%02x:%02x".formatted(high >>> 8, high & 255));
        for (int shift = 56; shift >= 0; shift -= 8) {
            text.append(":%02x".formatted(low >>> shift & 255));
        }
        return text.toString();
    }
}
