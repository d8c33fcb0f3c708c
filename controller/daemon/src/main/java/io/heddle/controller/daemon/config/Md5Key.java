package io.heddle.controller.daemon.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secret that both ends of a session sign TCP segments with (RFC 2385). Never printed. */
public record Md5Key(String secret) {

    private static final int MOST = 80;

    public Md5Key {
        int length = secret.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > MOST) {
            throw new IllegalArgumentException("a key of " + length + " octets; expected 1 to " + MOST + " octets");
        }
    }

    /** The first line of a file. */
    static Md5Key read(Path file) {
        try {
            return new Md5Key(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read; expected a file with the key", e);
        }
    }

    @Override
    public String toString() {
        return "a key";
    }
}
