package io.heddle.test.interop;

import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** BGP on the link, as tcpdump hears it and tshark understands it. */
final class Capture {

    static final String TCPDUMP = "/usr/bin/tcpdump";
    static final String TSHARK = "/usr/bin/tshark";

    private final Bed bed;
    private final Path file;

    private Capture(Bed bed, Path file) {
        this.bed = bed;
        this.file = file;
    }

    /** Listens from now on. */
    static Capture start(Bed bed) throws Exception {
        Path file = bed.directory.resolve("link.pcap");
        bed.start(TCPDUMP, "-i", "eth0", "-U", "-Z", "root", "-w", file.toString(), "tcp port 179");
        bed.until("tcpdump listens", () -> Files.exists(file) && Files.size(file) > 0);
        return new Capture(bed, file);
    }

    /** What tshark reads in the messages that match, fields separated by blanks. */
    String read(String filter, String... fields) throws LabException, IOException {
        // While tcpdump writes, the last packet may be there in part.
        Path copy = bed.directory.resolve("copy.pcap");
        Files.write(copy, Files.readAllBytes(file));
        String[] words = new String[9 + 2 * fields.length];
        String[] head = {TSHARK, "-n", "-r", copy.toString(), "-Y", filter, "-T", "fields", "-Eseparator=/s"};
        System.arraycopy(head, 0, words, 0, head.length);
        for (int i = 0; i < fields.length; i++) {
            words[head.length + 2 * i] = "-e";
            words[head.length + 2 * i + 1] = fields[i];
        }
        return Command.of(words).output();
    }
}
