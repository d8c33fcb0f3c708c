package io.heddle.bgp.wire;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs made from seeds by a few small changes each. */
public final class Mutation {

    private static final int[] TEMPTING = {
        0, 1, 2, 3, 4, 5, 7, 8, 14, 15, 16, 17, 24, 32, 33, 64, 127, 128, 129, 254, 255
    };

    private final SplittableRandom random;
    private final List<byte[]> seeds;

    public Mutation(SplittableRandom random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    public byte[] next() {
        byte[] input = pick().clone();
        for (int changes = random.nextInt(5); changes > 0 && input.length > 1; changes--) {
            input = change(input);
        }
        return input;
    }

    private byte[] pick() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] change(byte[] input) {
        int at = random.nextInt(input.length);
        // The first octet stays, whatever goes.
        int length = Math.min(1 + random.nextInt(8), input.length - Math.max(at, 1));
        return switch (random.nextInt(8)) {
            case 0 -> {
                input[at] ^= (byte) (1 << random.nextInt(8));
                yield input;
            }
            case 1 -> {
                input[at] = (byte) random.nextInt(256);
                yield input;
            }
            case 2, 3 -> {
                input[at] = (byte) TEMPTING[random.nextInt(TEMPTING.length)];
                yield input;
            }
            case 4 -> Arrays.copyOf(input, at + 1);
            case 5 -> spliced(input, Math.max(at, 1), Math.max(at, 1) + length, new byte[0]);
            case 6 -> spliced(input, at, at, Arrays.copyOfRange(input, at, at + length));
            default -> {
                byte[] other = pick();
                int from = random.nextInt(other.length);
                int to = from + random.nextInt(Math.min(40, other.length - from));
                yield spliced(input, at, at, Arrays.copyOfRange(other, from, to));
            }
        };
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] piece) {
        byte[] result = new byte[input.length - (to - from) + piece.length];
        System.arraycopy(input, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(input, to, result, from + piece.length, input.length - to);
        return result;
    }
}
