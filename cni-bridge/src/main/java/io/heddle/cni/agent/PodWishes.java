package io.heddle.cni.agent;

import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniRequest;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request wants in particular. Where several say it, the first wins: {@code CNI_ARGS} (podman), {@code runtimeConfig}
 * (capabilities {@code ips} and {@code mac}), {@code args.cni} of the network configuration, annotations of the pod (capability
 * {@code io.kubernetes.cri.pod-annotations}).
 */
record PodWishes(List<IpAddress> addresses, Optional<Mac> mac) {

    static final String ADDRESS_ANNOTATION = "heddle.io/ips";
    static final String MAC_ANNOTATION = "heddle.io/mac";

    static PodWishes of(CniRequest request) throws CniException, BadField {
        Optional<Fields> runtime = request.config().object("runtimeConfig");
        Optional<Fields> args = request.config().object("args");
        Optional<Fields> conventional =
                args.isEmpty() ? Optional.empty() : args.get().object("cni");
        Optional<Fields> annotations =
                runtime.isEmpty() ? Optional.empty() : runtime.get().object("io.kubernetes.cri.pod-annotations");
        List<IpAddress> addresses =
                inEnvironment(request, "IP", PodWishes::addresses).orElse(List.of());
        for (Optional<Fields> each : List.of(runtime, conventional)) {
            if (addresses.isEmpty() && each.isPresent()) {
                addresses = each.get().list("ips", PodWishes::address);
            }
        }
        if (addresses.isEmpty() && annotations.isPresent()) {
            addresses = annotations
                    .get()
                    .parsed(ADDRESS_ANNOTATION, PodWishes::addresses)
                    .orElse(List.of());
        }
        Optional<Mac> mac = inEnvironment(request, "MAC", PodWishes::unicast);
        for (Optional<Fields> each : List.of(runtime, conventional)) {
            if (mac.isEmpty() && each.isPresent()) {
                mac = each.get().parsed("mac", PodWishes::unicast);
            }
        }
        if (mac.isEmpty() && annotations.isPresent()) {
            mac = annotations.get().parsed(MAC_ANNOTATION, PodWishes::unicast);
        }
        return new PodWishes(addresses, mac);
    }

    private static <T> Optional<T> inEnvironment(CniRequest request, String key, Function<String, T> parse)
            throws CniException {
        Optional<String> text = request.args().get(key);
        try {
            return text.map(parse);
        } catch (IllegalArgumentException e) {
            throw new CniException(CniCode.BAD_ENVIRONMENT, "CNI_ARGS, " + key + ": " + e.getMessage());
        }
    }

    private static List<IpAddress> addresses(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(PodWishes::address)
                .toList();
    }

    /** With or without a prefix length, which the network knows better. */
    private static IpAddress address(String text) {
        int slash = text.indexOf('/');
        return IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    }

    private static Mac unicast(String text) {
        Mac mac = Mac.parse(text);
        if (mac.bits() == 0 || (mac.bits() >>> 40 & 1) != 0) {
            throw new IllegalArgumentException("'" + text + "' is no unicast MAC address");
        }
        return mac;
    }
}
