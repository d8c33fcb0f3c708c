package io.heddle.test.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A room: a part of the product with its own packages and a list of the rooms it may use. The table in {@code DESIGN.md}, as data.
 * A room that has no class yet holds nothing.
 *
 * @param path package below the root, the packages under it included
 * @param uses paths of the rooms it may use besides itself
 */
record Room(String path, List<String> uses) {

    static final List<Room> ALL = List.of(
            room("model"),
            room("json", "model"),
            room("tls"),
            room("topology", "model"),
            room("render", "model"),
            room("bgp", "model"),
            room("evpn", "model", "bgp"),
            room("controller.core", "model", "bgp", "evpn"),
            room("controller.onos", "model", "json"),
            room("controller.kubernetes", "model", "controller.core"),
            room("controller.tls", "model", "tls"),
            room("controller.store", "model", "json", "controller.core"),
            room("controller.log", "json"),
            room("controller.metrics", "model", "controller.core"),
            room("controller.southbound", "model", "json", "topology", "render", "bgp", "evpn", "controller"),
            room("controller.http", "model", "json", "tls", "bgp", "evpn", "controller", "render"),
            room(
                    "controller.daemon",
                    "model",
                    "json",
                    "tls",
                    "topology",
                    "render",
                    "bgp",
                    "evpn",
                    "simulator",
                    "controller"),
            room("simulator", "model", "bgp", "evpn", "controller.core"),
            room("cni", "model", "json", "tls"),
            room("lab", "model", "render", "simulator"),
            room(
                    "scenarios",
                    "model",
                    "json",
                    "tls",
                    "topology",
                    "render",
                    "bgp",
                    "evpn",
                    "simulator",
                    "controller",
                    "cni",
                    "lab"));

    private static Room room(String path, String... uses) {
        return new Room(path, List.of(uses));
    }

    String packages(String root) {
        return below(root, path);
    }

    String[] mayUse(String root) {
        return Stream.concat(Stream.of(path), uses.stream())
                .map(each -> below(root, each))
                .toArray(String[]::new);
    }

    private static String below(String root, String path) {
        return root + "." + path + "..";
    }
}
