package io.heddle.cni.agent;

import io.heddle.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The log: a line of JSON an event on standard error. Whoever collects it (journald, the kubelet) has the time. */
final class AgentLog {

    private AgentLog() {}

    /** @param pairs names and values by turns */
    static void event(String name, Object... pairs) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("event", Json.text(name));
        for (int i = 0; i < pairs.length; i += 2) {
            members.put(pairs[i].toString(), Json.text(pairs[i + 1]));
        }
        System.err.println(new Json.Members(members));
    }
}
