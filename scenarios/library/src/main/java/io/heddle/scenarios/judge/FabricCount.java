package io.heddle.scenarios.judge;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.scenarios.expect.Counted;
import io.heddle.scenarios.result.CaseResult;
import java.util.function.Predicate;

/** Counts a fabric by walking it; nothing is taken from the numbers it was generated from. */
public final class FabricCount {

    private enum End {
        NODE,
        LEAF,
        SPINE,
        SUPER_SPINE,
        OUT_OF_BAND,
        OUTSIDE
    }

    private FabricCount() {}

    public static long of(Counted what, CaseResult result) {
        Fabric fabric = result.fabric();
        return switch (what) {
            case RACKS -> fabric.racks().size();
            case NODES -> fabric.nodes().size();
            case GPUS -> fabric.nodes().stream().mapToLong(Node::gpus).sum();
            case PODS ->
                result.solved().map(each -> each.plan().endpoints().size()).orElse(0L);
            case LEAFS -> switches(fabric, SwitchRole.LEAF);
            case BORDER_LEAFS -> switches(fabric, SwitchRole.BORDER_LEAF);
            case SPINES -> switches(fabric, SwitchRole.SPINE);
            case SUPER_SPINES -> switches(fabric, SwitchRole.SUPER_SPINE);
            case OUT_OF_BAND_SWITCHES -> switches(fabric, SwitchRole.OUT_OF_BAND);
            case CABLES -> fabric.links().size();
            case NODE_LEAF_CABLES -> between(fabric, End.NODE, End.LEAF);
            case LEAF_SPINE_CABLES -> between(fabric, End.LEAF, End.SPINE);
            case SPINE_SUPER_SPINE_CABLES -> between(fabric, End.SPINE, End.SUPER_SPINE);
            case PEER_CABLES ->
                links(fabric, each -> {
                    End end = end(fabric, each.a().device());
                    return end == end(fabric, each.b().device()) && end != End.NODE;
                });
            case OUT_OF_BAND_CABLES ->
                links(
                        fabric,
                        each -> end(fabric, each.a().device()) == End.OUT_OF_BAND
                                || end(fabric, each.b().device()) == End.OUT_OF_BAND);
        };
    }

    private static long switches(Fabric fabric, SwitchRole role) {
        return fabric.switches().stream().filter(each -> each.role() == role).count();
    }

    private static long links(Fabric fabric, Predicate<Link> which) {
        return fabric.links().stream().filter(which).count();
    }

    private static long between(Fabric fabric, End one, End other) {
        return links(fabric, each -> {
            End a = end(fabric, each.a().device());
            End b = end(fabric, each.b().device());
            return a == one && b == other || a == other && b == one;
        });
    }

    private static End end(Fabric fabric, DeviceName device) {
        if (fabric.findNode(device).isPresent()) {
            return End.NODE;
        }
        return fabric.findSwitch(device)
                .map(each -> switch (each.role()) {
                    case LEAF, BORDER_LEAF -> End.LEAF;
                    case SPINE -> End.SPINE;
                    case SUPER_SPINE -> End.SUPER_SPINE;
                    case OUT_OF_BAND -> End.OUT_OF_BAND;
                })
                .orElse(End.OUTSIDE);
    }
}
