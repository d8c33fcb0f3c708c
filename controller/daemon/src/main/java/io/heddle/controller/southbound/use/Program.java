package io.heddle.controller.southbound.use;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A program that is asked something: it has so long to answer, and is ended if it does not. */
record Program(Duration patience) {

    /** More than half a million routes as JSON. What a switch says beyond is not read. */
    private static final int MOST = 256 << 20;

    private static final int WORDS_OF_TROUBLE = 300;

    byte[] output(List<String> words) throws ReadFailed {
        return run(words, 0).out();
    }

    /** What it ended with: 0 or {@code other}; anything else is trouble. */
    int code(List<String> words, int other) throws ReadFailed {
        return run(words, other).code();
    }

    private record Ended(int code, byte[] out) {}

    private Ended run(List<String> words, int other) throws ReadFailed {
        String what = "'" + String.join(" ", words) + "'";
        Process process;
        try {
            process = new ProcessBuilder(words).start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new ReadFailed("cannot run " + what + ": " + e.getMessage(), e);
        }
        CompletableFuture<byte[]> out = read(process.getInputStream());
        CompletableFuture<byte[]> err = read(process.getErrorStream());
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ReadFailed(what + " did not end within " + patience.toSeconds() + " s");
            }
            if (process.exitValue() != 0 && process.exitValue() != other) {
                String text = new String(err.get(), StandardCharsets.UTF_8).strip();
                throw new ReadFailed(what + " ended with " + process.exitValue() + ": "
                        + text.substring(0, Math.min(text.length(), WORDS_OF_TROUBLE)));
            }
            byte[] all = out.get();
            if (all.length >= MOST) {
                throw new ReadFailed(what + " printed more than " + MOST + " octets");
            }
            return new Ended(process.exitValue(), all);
        } catch (ExecutionException e) {
            throw new ReadFailed(what + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadFailed(what + " was not waited for", e);
        } finally {
            // Its children too: 'ip netns exec' has become the program, but a script has not.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<byte[]> read(InputStream stream) {
        CompletableFuture<byte[]> text = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                text.complete(stream.readNBytes(MOST));
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }
}
