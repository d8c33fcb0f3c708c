package io.heddle.model.net;

/** A speed in bits per second. Written in powers of 1000 as Ethernet speeds are: {@code 25G}, {@code 100M}. */
public record Bandwidth(long bitsPerSecond) implements Comparable<Bandwidth> {

    public static final Bandwidth NONE = new Bandwidth(0);

    public Bandwidth {
        if (bitsPerSecond < 0) {
            throw new IllegalArgumentException("bandwidth " + bitsPerSecond + " is negative");
        }
    }

    public static Bandwidth gigabits(long count) {
        return new Bandwidth(Math.multiplyExact(count, 1_000_000_000L));
    }

    /** Parses digits and one of M, G, T: {@code 25G}. */
    public static Bandwidth parse(String text) {
        int end = text.length() - 1;
        long unit = end < 1 || end > 6
                ? 0
                : switch (text.charAt(end)) {
                    case 'M' -> 1_000_000L;
                    case 'G' -> 1_000_000_000L;
                    case 'T' -> 1_000_000_000_000L;
                    default -> 0;
                };
        if (unit == 0 || !text.substring(0, end).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' is not a speed; expected a form like 25G or 100M");
        }
        return new Bandwidth(Math.multiplyExact(Long.parseLong(text.substring(0, end)), unit));
    }

    public Bandwidth plus(Bandwidth other) {
        return new Bandwidth(Math.addExact(bitsPerSecond, other.bitsPerSecond));
    }

    public Bandwidth times(long factor) {
        return new Bandwidth(Math.multiplyExact(bitsPerSecond, factor));
    }

    @Override
    public int compareTo(Bandwidth other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }

    @Override
    public String toString() {
        if (bitsPerSecond >= 1_000_000_000_000L && bitsPerSecond % 1_000_000_000_000L == 0) {
            return bitsPerSecond / 1_000_000_000_000L + "T";
        }
        if (bitsPerSecond >= 1_000_000_000L && bitsPerSecond % 1_000_000_000L == 0) {
            return bitsPerSecond / 1_000_000_000L + "G";
        }
        return bitsPerSecond / 1_000_000L + "M";
    }
}
