package io.heddle.scenarios.cli;

import io.heddle.simulator.event.Tracer;
import io.heddle.simulator.trace.JsonTrace;
import io.heddle.simulator.trace.PcapTrace;
import io.heddle.simulator.trace.TextTrace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where {@code --trace} writes; the ending of the file's name says in which form. */
final class TraceFile {

    private final Path path;
    private final Form form;

    private enum Form {
        TEXT,
        JSON_LINES,
        PCAP
    }

    private TraceFile(Path path, Form form) {
        this.path = path;
        this.form = form;
    }

    /** The file that {@code --trace} names. */
    static Optional<TraceFile> of(Arguments given) throws InputException {
        Optional<String> name = given.value("trace");
        return name.isPresent() ? Optional.of(named(name.get())) : Optional.empty();
    }

    private static TraceFile named(String name) throws InputException {
        Path path = OutputFile.named(name);
        for (String text : new String[] {".txt", ".log"}) {
            if (name.endsWith(text)) {
                return new TraceFile(path, Form.TEXT);
            }
        }
        if (name.endsWith(".jsonl")) {
            return new TraceFile(path, Form.JSON_LINES);
        }
        if (name.endsWith(".pcap")) {
            return new TraceFile(path, Form.PCAP);
        }
        throw new InputException("--trace " + name
                + " has no ending that says what to write; expected .txt or .log for people, .jsonl for"
                + " programs, .pcap for Wireshark");
    }

    /** Runs a simulation that tells a tracer. */
    <T> T write(Function<Tracer, T> simulation) throws InputException {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
                T answer = simulation.apply(
                        switch (form) {
                            case TEXT -> new TextTrace(print);
                            case JSON_LINES -> new JsonTrace(print);
                            case PCAP -> new PcapTrace(out);
                        });
                // A print stream swallows what goes wrong, and tells when asked.
                if (print.checkError()) {
                    throw new IOException("not everything could be written");
                }
                return answer;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("cannot write " + path + ": " + e.getMessage());
        }
    }
}
