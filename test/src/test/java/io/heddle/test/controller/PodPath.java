package io.heddle.test.controller;

import io.heddle.test.controller.Packets.Packet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a pod's route passes on its way to a switch, from captures of the controllers' network and of their loopback, where etcd is. */
final class PodPath {

    private static final int API = 9330;
    private static final int BGP = 179;
    private static final int ETCD = 2379;

    private final List<Packet> network;
    private final List<Packet> store;
    private final Map<String, Long> sent = new HashMap<>();

    private PodPath(List<Packet> network, List<Packet> store) {
        this.network = network;
        this.store = store;
        for (Packet each : network) {
            if (each.to() == BGP || each.from() == BGP) {
                each.hostRoutes().forEach(address -> sent.putIfAbsent(address, each.at()));
            }
        }
    }

    static PodPath read(Path network, Path store) throws IOException {
        return new PodPath(Packets.read(network), Packets.read(store));
    }

    /** By address, when the first UPDATE with it was on the wire, microseconds since 1970. */
    Map<String, Long> sent() {
        return sent;
    }

    /** Of pods so far apart that each has the path for itself: when its report came, was handed to the store, kept, and acknowledged. */
    void print(List<PodLatencyBench.Sample> samples) {
        Stage reported = new Stage("ADD returned to report on the wire");
        Stage stored = new Stage("report to store asked");
        Stage kept = new Stage("store asked to store answered");
        Stage told = new Stage("report to UPDATE on the wire");
        Stage acknowledged = new Stage("report to its answer on the wire");
        for (PodLatencyBench.Sample each : samples) {
            long from = each.from();
            Packet report = first(network, from - 50_000, packet -> packet.to() == API);
            Long update = sent.get(each.address().toString());
            if (report == null || update == null) {
                continue;
            }
            reported.add(report.at() - from);
            told.add(update - report.at());
            Packet answer = first(network, report.at(), packet -> packet.from() == API && packet.to() == report.from());
            acknowledged.add(answer == null ? Long.MAX_VALUE : answer.at() - report.at());
            Packet ask = first(store, report.at(), packet -> packet.to() == ETCD && packet.says("/v3/kv/txn"));
            if (ask != null) {
                Packet done = first(store, ask.at(), packet -> packet.from() == ETCD && packet.to() == ask.from());
                stored.add(ask.at() - report.at());
                kept.add(done == null ? Long.MAX_VALUE : done.at() - ask.at());
            }
        }
        List.of(reported, stored, kept, told, acknowledged).forEach(Stage::print);
    }

    private static @Nullable Packet first(List<Packet> packets, long from, Predicate<Packet> which) {
        for (Packet each : packets) {
            if (each.at() >= from && which.test(each)) {
                return each;
            }
        }
        return null;
    }

    private record Stage(String what, List<Long> micros) {

        Stage(String what) {
            this(what, new ArrayList<>());
        }

        void add(long each) {
            micros.add(each);
        }

        void print() {
            List<Double> sorted =
                    micros.stream().map(each -> each / 1e3).sorted().toList();
            if (!sorted.isEmpty()) {
                System.out.println(String.format(
                        Locale.ROOT,
                        "    %-44s %8.2f %8.2f %8.2f  (%d)",
                        what,
                        sorted.get(sorted.size() / 2),
                        sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)),
                        sorted.getLast(),
                        sorted.size()));
            }
        }
    }
}
