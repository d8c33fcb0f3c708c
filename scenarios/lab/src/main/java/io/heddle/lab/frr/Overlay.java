package io.heddle.lab.frr;

import java.util.ArrayList;
import java.util.List;

/**
 * What the lab adds below a rendered {@code frr.conf}, and nothing else: sessions are tried again after a second instead of ten, so
 * that a fabric comes up while somebody watches.
 */
public final class Overlay {

    private Overlay() {}

    /** Lines to append, one block a BGP process with neighbours. */
    public static List<String> of(String rendered) {
        List<String> lines = new ArrayList<>();
        String process = "";
        for (String line : rendered.lines().toList()) {
            if (line.startsWith("router bgp ")) {
                process = line;
            } else if (line.startsWith(" neighbor ") && line.endsWith(" peer-group")) {
                if (!process.isEmpty()) {
                    lines.add(process);
                    process = "";
                }
                lines.add(line.substring(0, line.length() - " peer-group".length()) + " timers connect 1");
            }
        }
        return lines;
    }
}
