package io.heddle.lab.managed;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Members of an etcd on loopback in the controllers' namespace, 127.0.0.1 and so on. */
final class Etcd {

    private final Lab lab;
    private final String space;
    private final Path directory;
    private final int size;

    Etcd(Lab lab, String space, Path directory, int size) {
        this.lab = lab;
        this.space = space;
        this.directory = directory;
        this.size = size;
    }

    /** Starts a member; one that ran before goes on with what it has. */
    Child start(int member) throws LabException {
        List<String> peers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            peers.add("etcd-" + (i + 1) + "=" + url(i, 2380));
        }
        Path home = directory.resolve("etcd-" + (member + 1));
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new LabException("cannot make " + home + ": " + e.getMessage(), e);
        }
        String client = url(member, 2379);
        String peer = url(member, 2380);
        return Child.start(
                lab,
                space,
                "etcd-" + (member + 1),
                directory,
                List.of(
                        Programs.ETCD.toString(),
                        "--name=etcd-" + (member + 1),
                        "--data-dir=" + home.resolve("data"),
                        "--listen-client-urls=" + client,
                        "--advertise-client-urls=" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=" + String.join(",", peers)));
    }

    /** Where controllers reach them. */
    List<String> endpoints() {
        List<String> endpoints = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            endpoints.add(url(i, 2379));
        }
        return endpoints;
    }

    private static String url(int member, int port) {
        return "http://127.0.0." + (member + 1) + ":" + port;
    }
}
