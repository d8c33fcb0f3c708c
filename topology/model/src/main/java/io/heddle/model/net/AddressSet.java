package io.heddle.model.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * An immutable, sorted set of addresses of one family, packed: 4 bytes an IPv4 address, 16 an IPv6 one. Positions run from 0 in
 * ascending order; {@link #indexOf} is a binary search.
 */
public final class AddressSet {

    private final IpFamily family;
    private final long[] highs;
    private final int[] v4;
    private final long[] lows;

    private AddressSet(IpFamily family, int[] v4, long[] highs, long[] lows) {
        this.family = family;
        this.v4 = v4;
        this.highs = highs;
        this.lows = lows;
    }

    public static AddressSet empty(IpFamily family) {
        return new AddressSet(family, new int[0], new long[0], new long[0]);
    }

    /** From unsigned 32-bit addresses in any order; {@code addresses} is not kept. */
    public static AddressSet ofV4(int[] addresses) {
        int[] sorted = addresses.clone();
        flipSigns(sorted);
        Arrays.sort(sorted);
        flipSigns(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return new AddressSet(IpFamily.IPV4, Arrays.copyOf(sorted, distinct), new long[0], new long[0]);
    }

    private static void flipSigns(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] ^= Integer.MIN_VALUE;
        }
    }

    /** From addresses of one family in any order. */
    public static AddressSet of(IpFamily family, Iterable<IpAddress> addresses) {
        IpAddress[] sorted = StreamSupport.stream(addresses.spliterator(), false)
                .sorted()
                .distinct()
                .toArray(IpAddress[]::new);
        if (family == IpFamily.IPV4) {
            return new AddressSet(
                    family,
                    Arrays.stream(sorted).mapToInt(each -> (int) each.low()).toArray(),
                    new long[0],
                    new long[0]);
        }
        return new AddressSet(
                family,
                new int[0],
                Arrays.stream(sorted).mapToLong(IpAddress::high).toArray(),
                Arrays.stream(sorted).mapToLong(IpAddress::low).toArray());
    }

    public IpFamily family() {
        return family;
    }

    public int size() {
        return family == IpFamily.IPV4 ? v4.length : lows.length;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** The address at {@code index}, in ascending order. */
    public IpAddress get(int index) {
        return family == IpFamily.IPV4
                ? IpAddress.v4(v4[index] & 0xFFFF_FFFFL)
                : IpAddress.v6(highs[index], lows[index]);
    }

    /** The position of {@code address}, or -1. */
    public int indexOf(IpAddress address) {
        if (address.family() != family) {
            return -1;
        }
        int from = 0;
        int to = size() - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int order = compareAt(middle, address);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** The addresses that satisfy a condition; this set itself if all do. */
    public AddressSet where(Predicate<IpAddress> condition) {
        List<IpAddress> kept = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (condition.test(get(i))) {
                kept.add(get(i));
            }
        }
        return kept.size() == size() ? this : of(family, kept);
    }

    /**
     * Copies the addresses of an IPv4 set, as 32-bit numbers, into {@code target} from position {@code at}.
     *
     * @return the position after the last one
     */
    public int copyV4(int[] target, int at) {
        System.arraycopy(v4, 0, target, at, v4.length);
        return at + v4.length;
    }

    private int compareAt(int index, IpAddress address) {
        if (family == IpFamily.IPV4) {
            return Integer.compareUnsigned(v4[index], (int) address.low());
        }
        int byHigh = Long.compareUnsigned(highs[index], address.high());
        return byHigh != 0 ? byHigh : Long.compareUnsigned(lows[index], address.low());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressSet that
                && family == that.family
                && Arrays.equals(v4, that.v4)
                && Arrays.equals(highs, that.highs)
                && Arrays.equals(lows, that.lows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(v4) * 31 + Arrays.hashCode(lows);
    }

    @Override
    public String toString() {
        return size() + " " + family + " addresses";
    }
}
