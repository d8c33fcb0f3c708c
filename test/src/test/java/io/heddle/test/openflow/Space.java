package io.heddle.test.openflow;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.util.List;
import java.util.stream.Stream;

/** A network namespace of a bed. */
record Space(String name) {

    void ip(String... lines) throws LabException {
        Batch.ip(name, List.of(lines));
    }

    String run(String... words) throws LabException {
        return Command.of(words(words)).output();
    }

    private String[] words(String... words) {
        return Stream.concat(Stream.of("ip", "netns", "exec", name), Stream.of(words))
                .toArray(String[]::new);
    }

    /** Whether an address answers one ping within a second. */
    boolean reaches(String address) throws LabException {
        return Command.of(words("ping", "-c", "1", "-W", "1", "-n", address))
                .run()
                .succeeded();
    }
}
