package io.heddle.lab.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program run to its end. */
public record Command(List<String> words, String input) {

    /** What came of it. */
    public record Output(int code, String out, String err) {

        public boolean succeeded() {
            return code == 0;
        }
    }

    public Command {
        words = List.copyOf(words);
    }

    public static Command of(String... words) {
        return new Command(List.of(words), "");
    }

    /** With more words at the end. */
    public Command with(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return new Command(all, input);
    }

    public Command reading(String text) {
        return new Command(words, text);
    }

    /** Runs it; a code other than 0 is for the caller to judge. */
    public Output run() throws LabException {
        try {
            Process process = new ProcessBuilder(words).start();
            StringBuilder err = new StringBuilder();
            Thread reader = Thread.ofVirtual().start(() -> err.append(read(process.getErrorStream())));
            // Beside the reading of the output: a batch may answer before all of it is written.
            Thread writer = Thread.ofVirtual().start(() -> write(process.getOutputStream()));
            String out = read(process.getInputStream());
            int code = process.waitFor();
            reader.join();
            writer.join();
            return new Output(code, out, err.toString());
        } catch (IOException e) {
            throw new LabException("cannot run " + words.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while running " + String.join(" ", words), e);
        }
    }

    /** Runs it and returns what it wrote; any code but 0 is an error. */
    public String output() throws LabException {
        Output output = run();
        if (!output.succeeded()) {
            throw new LabException(
                    "`" + String.join(" ", words) + "` ended with " + output.code() + ": " + reason(output));
        }
        return output.out();
    }

    private static String reason(Output output) {
        String text = output.err().isBlank() ? output.out() : output.err();
        return text.strip();
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void write(OutputStream stream) {
        try (stream) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading everything; its code says why.
        }
    }
}
