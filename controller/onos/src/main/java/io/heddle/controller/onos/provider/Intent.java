package io.heddle.controller.onos.provider;

import io.heddle.controller.onos.pipeline.Wiring;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.tables.SwitchTables;

/** What a switch is to do: its configuration, what it is to hold, how it is wired. */
public record Intent(SwitchConfig config, SwitchTables tables, Wiring wiring) {}
