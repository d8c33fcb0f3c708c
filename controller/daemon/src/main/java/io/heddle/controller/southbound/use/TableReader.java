package io.heddle.controller.southbound.use;

import io.heddle.controller.southbound.use.TableReading.Counts;
import io.heddle.controller.southbound.use.TableReading.Entries;
import io.heddle.json.BadField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what switches hold, by programs that are given {@code patience} each. Waits: not for a thread that serves. */
public final class TableReader {

    private final Program program;
    private final InstantSource wall;
    private final Duration stale;

    /**
     * A reader.
     *
     * @param stale how old a file may be
     */
    public TableReader(Duration patience, Duration stale, InstantSource wall) {
        program = new Program(patience);
        this.stale = stale;
        this.wall = wall;
    }

    /** Everything that the source tells. */
    public TableReading read(TableSource source) throws ReadFailed {
        try {
            return switch (source) {
                case TableSource.Kernel(List<String> words) -> kernel(words);
                case TableSource.Frr(List<String> words) ->
                    new Entries(
                            FrrRoutes.read(List.of(
                                    run(words, "-c", "show ip route json"), run(words, "-c", "show ipv6 route json"))),
                            source.kind());
                case TableSource.Crm(List<String> words) -> new Counts(CrmReading.read(run(words)));
                case TableSource.CrmFile(Path file) -> new Counts(CrmReading.read(file(file)));
            };
        } catch (BadField e) {
            throw new ReadFailed(source.kind() + ": " + e.getMessage(), e);
        }
    }

    /**
     * What EVPN made there, besides what was just read.
     *
     * @return empty from a source of numbers alone
     */
    public Optional<OverlayTables> overlay(TableSource source, TableReading reading) throws ReadFailed {
        try {
            return switch (source) {
                case TableSource.Kernel(List<String> words)
                when reading instanceof Entries(KernelTables held, String _) -> Optional.of(kernel(words, held));
                case TableSource.Frr(List<String> words) ->
                    Optional.of(FrrOverlay.read(
                            run(words, "-c", "show evpn mac vni all json"),
                            run(words, "-c", "show evpn arp-cache vni all json"),
                            run(words, "-c", "show evpn vni detail json"),
                            run(words, "-c", "show evpn es json"),
                            List.of(
                                    run(words, "-c", "show ip route vrf all json"),
                                    run(words, "-c", "show ipv6 route vrf all json"))));
                case TableSource.Kernel _, TableSource.Crm _, TableSource.CrmFile _ -> Optional.empty();
            };
        } catch (BadField e) {
            throw new ReadFailed(source.kind() + ": " + e.getMessage(), e);
        }
    }

    private OverlayTables kernel(List<String> words, KernelTables held) throws ReadFailed, BadField {
        byte[] fdb = run(words, "bridge", "-j", "fdb", "show");
        return KernelOverlay.read(
                held,
                List.of(
                        run(words, "ip", "-j", "route", "show", "table", "all"),
                        run(words, "ip", "-6", "-j", "route", "show", "table", "all")),
                fdb,
                run(words, "ip", "-d", "-j", "link", "show", "type", "vxlan"),
                KernelOverlay.hasGroups(fdb) ? run(words, "ip", "-j", "nexthop", "show") : new byte[0]);
    }

    private TableReading kernel(List<String> words) throws ReadFailed, BadField {
        return new Entries(
                KernelTables.read(
                        List.of(run(words, "ip", "-j", "route", "show"), run(words, "ip", "-6", "-j", "route", "show")),
                        run(words, "ip", "-j", "neigh", "show"),
                        run(words, "bridge", "-j", "fdb", "show")),
                "kernel");
    }

    private byte[] run(List<String> words, String... more) throws ReadFailed {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return program.output(all);
    }

    private byte[] file(Path file) throws ReadFailed {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            Duration age = Duration.between(changed, wall.instant());
            if (age.compareTo(stale) > 0) {
                throw new ReadFailed(file + " was last written " + age.toSeconds() + " s ago");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ReadFailed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
