package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link CodecFuzz} driven by Jazzer, which steers towards branches not seen yet; in a process of its own, with a fixed seed. */
class CoverageGuidedFuzzTest {

    private static final int RUNS = Boolean.getBoolean("heddle.long") ? 10_000_000 : 200_000;

    @TempDir
    private Path directory;

    @Test
    void noInputThatOpensNewBranchesBreaksTheCodec() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "Jazzer's native part is looked for on Linux alone here");
        Path corpus = Files.createDirectory(directory.resolve("corpus"));
        List<byte[]> seeds = FuzzSeeds.all();
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
                        "--target_class=" + CodecFuzz.class.getName(),
                        "--instrumentation_includes=io.heddle.bgp.**",
                        "--disabled_hooks=**",
                        "-runs=" + RUNS,
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
        assertThat(said).contains("Done " + RUNS + " runs");
    }
}
