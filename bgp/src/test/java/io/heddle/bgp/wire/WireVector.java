package io.heddle.bgp.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A message of a resource under {@code vectors/}: lines {@code key: text}, then hexadecimal octets, field by field, each with a comment.
 *
 * <p>{@code session} names what was agreed on: {@code external} or {@code internal}, and any of {@code two-octet}, {@code add-path},
 * {@code extended-next-hop}. {@code value} is a line of {@link WireText}, one for each. {@code canonical: yes} says that writing the
 * value gives the same octets; speakers are free in the order of attributes and in how they write lengths.
 */
record WireVector(String name, String session, boolean canonical, List<String> value, byte[] bytes) {

    private static final Set<AddressFamilyId> FAMILIES =
            Set.of(AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);

    static List<WireVector> all() {
        URL directory = Objects.requireNonNull(WireVector.class.getResource("vectors"));
        try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
            return files.sorted().map(WireVector::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WireVector read(Path file) {
        String session = "";
        boolean canonical = false;
        List<String> value = new ArrayList<>();
        StringBuilder hex = new StringBuilder();
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.replaceFirst("(^|\\s)#.*", "").strip();
                if (text.startsWith("session:")) {
                    session = text.substring(8).strip();
                } else if (text.startsWith("canonical:")) {
                    canonical = text.endsWith("yes");
                } else if (text.startsWith("value:")) {
                    value.add(text.substring(6).strip());
                } else {
                    hex.append(text.replace(" ", ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WireVector(
                file.getFileName().toString(),
                session,
                canonical,
                value,
                HexFormat.of().parseHex(hex));
    }

    SessionOptions options() {
        return options(session);
    }

    static SessionOptions options(String session) {
        return new SessionOptions(
                session.contains("external"),
                false,
                !session.contains("two-octet"),
                MessageFrame.MAX_LENGTH,
                FAMILIES,
                session.contains("add-path") ? FAMILIES : Set.of(),
                session.contains("add-path") ? FAMILIES : Set.of(),
                session.contains("extended-next-hop") ? Set.of(AddressFamilyId.IPV4_UNICAST) : Set.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
