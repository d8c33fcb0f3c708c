package io.heddle.lab.run;

import io.heddle.lab.clock.Deadline;
import io.heddle.lab.frr.Daemons;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.Journal;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a lab away: whatever its journal names and still is, however far its building came. */
public final class Removal {

    /** How long a process may take to be gone once it is killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Removal() {}

    /** Ends the processes of the lab and removes its namespaces and its directory. */
    public static void remove(LabDirectory directory) throws LabException {
        try (LabDirectory.Lock _ = directory.lock()) {
            Journal journal = Journal.open(directory.journal());
            List<ProcessRef> processes = List.copyOf(processes(directory, journal));
            end(processes);
            Set<String> there = spaces();
            List<String> lines = new ArrayList<>();
            for (String word : List.of("space", Lab.BESIDE)) {
                for (String each : journal.values(word)) {
                    if (there.remove(each)) {
                        lines.add("netns del " + each);
                    }
                }
            }
            Batch.ip(lines);
            // What was just being started when the builder was killed: nothing starts any more where there is no
            // namespace.
            end(stragglers(directory));
            directory.delete();
        }
    }

    private static void end(List<ProcessRef> processes) {
        processes.forEach(ProcessRef::kill);
        Deadline deadline = Deadline.in(PATIENCE);
        while (processes.stream().anyMatch(ProcessRef::lives) && !deadline.isPast()) {
            deadline.pause();
        }
    }

    /** FRR's daemons with our directory on their command line. */
    private static List<ProcessRef> stragglers(LabDirectory directory) {
        return ProcessHandle.allProcesses()
                .filter(each -> isOurs(directory, each.pid()))
                .flatMap(each -> ProcessRef.running(each.pid()).stream())
                .toList();
    }

    private static boolean isOurs(LabDirectory directory, long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            return line.startsWith(Daemons.HOME + "/") && line.contains(directory.path() + "/");
        } catch (IOException e) {
            // It has ended meanwhile.
            return false;
        }
    }

    /** Those in the journal, and those killed away from it: a daemon's file with its number, and our directory on its command line. */
    static Set<ProcessRef> processes(LabDirectory directory, Journal journal) throws LabException {
        Set<ProcessRef> found = new HashSet<>();
        for (String each : journal.values("process")) {
            found.add(ProcessRef.parse(each));
        }
        try (Stream<Path> files = Files.walk(directory.path(), 2)) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".pid")).toList()) {
                unrecorded(directory, each, found);
            }
        } catch (IOException e) {
            throw new LabException("cannot read " + directory.path() + ": " + e.getMessage(), e);
        }
        return found;
    }

    private static void unrecorded(LabDirectory directory, Path file, Set<ProcessRef> found) throws IOException {
        String text = Files.readString(file).strip();
        if (text.isEmpty()) {
            return;
        }
        long pid = Long.parseLong(text);
        Path line = Path.of("/proc/" + pid + "/cmdline");
        if (Files.exists(line) && Files.readString(line).contains(directory.path() + "/")) {
            ProcessRef.running(pid).ifPresent(found::add);
        }
    }

    private static Set<String> spaces() throws LabException {
        Set<String> names = new HashSet<>();
        Command.of("ip", "netns", "list").output().lines().forEach(each -> names.add(each.split(" ", -1)[0]));
        return names;
    }
}
