package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.tables.SwitchTables;

/** From what a switch is told and what it is to hold, to flows and groups. The same input gives the same program. */
public final class SwitchCompiler {

    private SwitchCompiler() {}

    public static SwitchProgram compile(SwitchConfig config, SwitchTables tables, Wiring wiring) {
        return compile(config, tables, wiring, new RouteRules());
    }

    /** The same, with what the last compilation for this switch left. */
    public static SwitchProgram compile(SwitchConfig config, SwitchTables tables, Wiring wiring, RouteRules rules) {
        Draft draft = new Draft(config, wiring);
        Classify.add(draft);
        Terminate.add(draft);
        Answer.add(draft);
        Hosts hosts = Hosts.of(tables);
        Exits exits = new Exits(draft);
        new Routes(draft, exits, hosts, rules).add(tables);
        Neighbors.add(draft, tables);
        new Bridging(draft, exits).add(tables);
        return draft.program();
    }
}
