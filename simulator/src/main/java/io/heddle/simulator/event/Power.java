package io.heddle.simulator.event;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Devices stop and start again with empty tables, whatever the reason. Single-threaded. */
final class Power {

    private final World world;
    /** What stood in the tables of devices that are down: with their start it is told that it is gone. */
    private final Map<DeviceName, List<TableEntry>> lost = new HashMap<>();

    Power(World world) {
        this.world = world;
    }

    void down(DeviceName name, Notice notice, Cause cause) {
        Device device = world.device(name);
        world.plant.kill(name);
        world.note(new Change.PartsDown(Outage.of(name)), cause);
        world.daemons.halt(device, false);
        device.because(cause);
        lost.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(device.lose());
        world.detectors.broke(device.links(), notice == Notice.SILENT, cause);
    }

    void up(DeviceName name, Cause cause) {
        Device device = world.device(name);
        world.plant.revive(name);
        List<TableEntry> forgotten = lost.remove(name);
        if (forgotten != null && !forgotten.isEmpty()) {
            world.note(new Change.TablesChanged(name, List.of(), forgotten), cause);
        }
        world.note(new Change.PartsUp(Outage.of(name)), cause);
        device.because(cause);
        device.boot();
        world.daemons.boot(device, world.settings.detection().boot());
        world.outlook.look(List.of(device), cause);
        world.detectors.mended(device.links(), cause);
        if (world.control != null) {
            world.control.booted(name);
        }
    }
}
