package io.heddle.model.net;

/** Text forms of addresses: RFC 4291 section 2.2 in, RFC 5952 out. */
final class IpText {

    private IpText() {}

    static IpAddress parseV4(String text) {
        long bits = 0;
        int octets = 0;
        int value = -1;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (value < 0 || value > 255 || ++octets > 4) {
                    throw notAnAddress(text);
                }
                bits = bits << 8 | value;
                value = -1;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 3 && value != 0) {
                value = Math.max(value, 0) * 10 + (c - '0');
                digits++;
            } else {
                throw notAnAddress(text);
            }
        }
        if (octets != 4) {
            throw notAnAddress(text);
        }
        return IpAddress.v4(bits);
    }

    static IpAddress parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            throw notAnAddress(text);
        }
        int[] head = groups(text, gap < 0 ? text : text.substring(0, gap));
        int[] tail = gap < 0 ? new int[0] : groups(text, text.substring(gap + 2));
        int given = head.length + tail.length;
        if (gap < 0 ? given != 8 : given > 7) {
            throw notAnAddress(text);
        }
        int[] all = new int[8];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
        return IpAddress.v6(join(all, 0), join(all, 4));
    }

    private static long join(int[] groups, int from) {
        long bits = 0;
        for (int i = from; i < from + 4; i++) {
            bits = bits << 16 | groups[i];
        }
        return bits;
    }

    private static int[] groups(String whole, String part) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] words = part.split(":", -1);
        boolean dotted = words[words.length - 1].indexOf('.') >= 0;
        int[] groups = new int[words.length + (dotted ? 1 : 0)];
        for (int i = 0; i < words.length; i++) {
            if (dotted && i == words.length - 1) {
                long v4 = parseV4(words[i]).low();
                groups[i] = (int) (v4 >>> 16);
                groups[i + 1] = (int) (v4 & 0xFFFF);
            } else {
                groups[i] = group(whole, words[i]);
            }
        }
        return groups;
    }

    private static int group(String whole, String word) {
        int value = 0;
        if (word.isEmpty() || word.length() > 4) {
            throw notAnAddress(whole);
        }
        for (int i = 0; i < word.length(); i++) {
            int digit = word.charAt(i) < 128 ? Character.digit(word.charAt(i), 16) : -1;
            if (digit < 0) {
                throw notAnAddress(whole);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    static String formatV4(long bits) {
        return (bits >>> 24 & 255) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    static String formatV6(long high, long low) {
        int[] groups = new int[8];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (high >>> 48 - 16 * i & 0xFFFF);
            groups[i + 4] = (int) (low >>> 48 - 16 * i & 0xFFFF);
        }
        // RFC 5952 section 4.2: the longest run of at least two zero groups, the first among equals.
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int j = i;
            while (j < 8 && groups[j] == 0) {
                j++;
            }
            if (j - i > bestLength) {
                best = i;
                bestLength = j - i;
            }
            i = Math.max(i, j - 1);
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                text.append("::");
                i += bestLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not an IP address; expected a form like 10.0.0.1 or 2001:db8::1");
    }
}
