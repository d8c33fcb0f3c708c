package io.heddle.controller.daemon;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

/** The file of a socket that is listened on: a process that was killed leaves it behind, and nobody could listen there again. */
final class SocketFile {

    private SocketFile() {}

    /** Removes the file of an address where nobody listens any more. One that answers stays, and so does what is no socket. */
    static void clear(SocketAddress address) throws IOException {
        if (address instanceof UnixDomainSocketAddress file && Files.exists(file.getPath())) {
            try (SocketChannel _ = SocketChannel.open(file)) {
                // Somebody listens: binding will say so.
            } catch (ConnectException e) {
                remove(file);
            }
        }
    }

    static void remove(SocketAddress address) throws IOException {
        if (address instanceof UnixDomainSocketAddress file && isSocket(file)) {
            Files.delete(file.getPath());
        }
    }

    private static boolean isSocket(UnixDomainSocketAddress file) {
        return Files.exists(file.getPath())
                && !Files.isRegularFile(file.getPath())
                && !Files.isDirectory(file.getPath());
    }
}
