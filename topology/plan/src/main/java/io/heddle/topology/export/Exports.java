package io.heddle.topology.export;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.plan.Plan;
import java.util.List;

/** All the lists of a fabric. */
public final class Exports {

    private Exports() {}

    /** Cabling list and bill of materials. */
    public static List<CsvTable> of(Fabric fabric) {
        return List.of(CablingList.of(fabric), BillOfMaterials.of(fabric));
    }

    /** The same and the address plan. */
    public static List<CsvTable> of(Plan plan) {
        return List.of(CablingList.of(plan.fabric()), AddressList.of(plan), BillOfMaterials.of(plan.fabric()));
    }
}
