package io.heddle.cni.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bytes between the CNI binary and the agent; {@code src/main/c/heddle-cni.c} has the other side and says what they are. */
final class Frames {

    static final int INPUT_MAX = 1 << 20;

    private static final int MAGIC = 0x48444C31; // HDL1
    private static final int ENVIRONMENT_MAX = 1 << 17;

    private Frames() {}

    record Request(Map<String, String> environment, byte[] input) {}

    /** A request, or nothing when the other side speaks something else, too much, or ends early. */
    static Optional<Request> read(ReadableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(8);
        if (!fill(channel, head) || head.getInt() != MAGIC) {
            return Optional.empty();
        }
        int length = head.getInt();
        if (length < 0 || length > ENVIRONMENT_MAX) {
            return Optional.empty();
        }
        ByteBuffer environment = ByteBuffer.allocate(length);
        if (!fill(channel, environment)) {
            return Optional.empty();
        }
        ByteArrayOutputStream input = new ByteArrayOutputStream(4096);
        ByteBuffer part = ByteBuffer.allocate(16_384);
        while (channel.read(part) >= 0) {
            input.write(part.array(), 0, part.position());
            if (input.size() > INPUT_MAX) {
                return Optional.empty();
            }
            part.clear();
        }
        return Optional.of(new Request(variables(environment), input.toByteArray()));
    }

    private static boolean fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    private static Map<String, String> variables(ByteBuffer bytes) {
        Map<String, String> variables = new TreeMap<>();
        for (String each : StandardCharsets.UTF_8.decode(bytes).toString().split("\0", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                variables.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        return variables;
    }

    static ByteBuffer write(Answer answer) {
        byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + text.length)
                .put((byte) answer.exitCode())
                .putInt(text.length)
                .put(text)
                .flip();
    }
}
