package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.VrfName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The VRFs of a switch as numbers for the metadata: the default is 0, the others count from 1 by name. */
final class Vrfs {

    private final Map<VrfName, Long> numbers = new HashMap<>();
    private final Map<Long, VrfName> names = new HashMap<>();

    private Vrfs() {}

    static Vrfs of(SwitchConfig config) {
        Vrfs vrfs = new Vrfs();
        vrfs.add(VrfName.DEFAULT);
        TreeSet<VrfName> others = new TreeSet<>();
        config.vrfs().stream().map(VrfConfig::name).forEach(others::add);
        config.vlans().forEach(each -> each.svi().ifPresent(svi -> others.add(svi.vrf())));
        others.remove(VrfName.DEFAULT);
        others.forEach(vrfs::add);
        return vrfs;
    }

    private void add(VrfName name) {
        long number = numbers.size();
        numbers.put(name, number);
        names.put(number, name);
    }

    Optional<Long> number(VrfName name) {
        return Optional.ofNullable(numbers.get(name));
    }

    Optional<VrfName> name(long number) {
        return Optional.ofNullable(names.get(number));
    }
}
