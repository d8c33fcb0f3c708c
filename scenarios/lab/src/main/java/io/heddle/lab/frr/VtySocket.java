package io.heddle.lab.frr;

import io.heddle.lab.linux.LabException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks an FRR daemon over the socket on which it serves vtysh, without vtysh: that takes longer to start than the daemon to answer.
 * A question ends with a NUL; an answer with three and a code, 0 for success.
 */
final class VtySocket {

    private static final int END = 4;

    private VtySocket() {}

    /** The answers to questions, one after the other. */
    static List<String> ask(Path socket, List<String> questions) throws LabException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            List<String> answers = new ArrayList<>();
            for (String each : questions) {
                ByteBuffer out = ByteBuffer.wrap((each + '\0').getBytes(StandardCharsets.UTF_8));
                while (out.hasRemaining()) {
                    channel.write(out);
                }
                answers.add(answer(channel, socket, each));
            }
            return answers;
        } catch (IOException e) {
            throw new LabException("cannot ask " + socket + ": " + e.getMessage(), e);
        }
    }

    private static String answer(SocketChannel channel, Path socket, String question) throws IOException, LabException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        while (channel.read(buffer.clear()) >= 0) {
            read.write(chunk, 0, buffer.position());
            byte[] all = read.toByteArray();
            int end = all.length - END;
            if (end >= 0 && all[end] == 0 && all[end + 1] == 0 && all[end + 2] == 0) {
                String text = new String(all, 0, end, StandardCharsets.UTF_8);
                int code = all[end + 3];
                if (code != 0) {
                    throw new LabException(
                            "`" + question + "` to " + socket + " ended with " + code + ": " + text.strip());
                }
                return text;
            }
        }
        throw new LabException(socket + " closed while it was asked `" + question + "`");
    }
}
