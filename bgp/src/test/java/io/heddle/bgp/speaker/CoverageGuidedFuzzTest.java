package io.heddle.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.bgp.wire.CodecFuzz;
import io.heddle.bgp.wire.FuzzSeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link CodecFuzz} and {@link SpeakerFuzz} driven by Jazzer, which steers towards branches not seen yet; in a process of its own, with a
 * fixed seed.
 */
class CoverageGuidedFuzzTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final Pattern COVERED = Pattern.compile("DONE +cov: (\\d+)");

    @TempDir
    private Path directory;

    @Test
    void noInputThatOpensNewBranchesBreaksTheCodec() throws IOException, InterruptedException {
        assertThat(run(CodecFuzz.class, FuzzSeeds.all(), LONG ? 10_000_000 : 200_000))
                .as("branches covered")
                .isGreaterThan(400);
    }

    @Test
    void noInputThatOpensNewBranchesBreaksTheSpeaker() throws IOException, InterruptedException {
        List<byte[]> seeds =
                FuzzSeeds.all().stream().map(seed -> inState(2, seed)).toList();
        assertThat(run(SpeakerFuzz.class, seeds, LONG ? 1_000_000 : 3_000))
                .as("branches covered")
                .isGreaterThan(1000);
    }

    private static byte[] inState(int state, byte[] seed) {
        byte[] input = new byte[seed.length + 1];
        input[0] = (byte) state;
        System.arraycopy(seed, 0, input, 1, seed.length);
        return input;
    }

    /** Runs a target and says how many branches were covered. */
    private int run(Class<?> target, List<byte[]> seeds, int runs) throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "Jazzer's native part is looked for on Linux alone here");
        Path corpus = Files.createDirectory(directory.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path log = directory.resolve("log");
        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.heddle.bgp.**",
                        "--disabled_hooks=**",
                        "-runs=" + runs,
                        "-max_len=1024",
                        "-seed=3",
                        corpus.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit;
        try {
            exit = fuzzer.waitFor();
        } finally {
            fuzzer.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(exit).as(said).isZero();
        assertThat(said).contains("Done " + runs + " runs");
        Matcher covered = COVERED.matcher(said);
        return covered.find() ? Integer.parseInt(covered.group(1)) : 0;
    }
}
