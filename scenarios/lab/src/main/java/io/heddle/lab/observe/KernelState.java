package io.heddle.lab.observe;

import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.util.List;

/**
 * What the kernel holds in one namespace, as {@code ip} and {@code bridge} print it.
 *
 * @param ipv4Routes of all tables
 * @param ipv6Routes of all tables
 * @param neighbors of both families
 * @param fdb of bridges and VXLAN devices
 */
public record KernelState(
        List<JsonValue> ipv4Routes, List<JsonValue> ipv6Routes, List<JsonValue> neighbors, List<JsonValue> fdb) {

    public static KernelState of(String space) throws LabException {
        return new KernelState(
                ask("ip", "-n", space, "-j", "-4", "route", "show", "table", "all"),
                ask("ip", "-n", space, "-j", "-6", "route", "show", "table", "all"),
                ask("ip", "-n", space, "-j", "neigh", "show"),
                ask("bridge", "-n", space, "-j", "fdb", "show"));
    }

    private static List<JsonValue> ask(String... words) throws LabException {
        Command command = Command.of(words);
        return JsonReader.read(command.output(), String.join(" ", words)).items();
    }
}
