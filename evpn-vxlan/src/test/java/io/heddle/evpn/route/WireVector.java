package io.heddle.evpn.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Octets and what they mean, read from a resource whose form its first line says. */
record WireVector(byte[] octets, String meaning) {

    static List<WireVector> read(String resource) {
        List<WireVector> vectors = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        for (String line : text(resource).lines().toList()) {
            if (line.startsWith("= ")) {
                vectors.add(new WireVector(HexFormat.of().parseHex(digits), line.substring(2)));
                digits.setLength(0);
            } else {
                digits.append(line.replaceAll("#.*", "").replaceAll("\\s", ""));
            }
        }
        return vectors;
    }

    private static String text(String resource) {
        try (InputStream in = WireVector.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
