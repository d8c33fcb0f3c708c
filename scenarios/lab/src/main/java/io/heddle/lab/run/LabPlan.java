package io.heddle.lab.run;

import io.heddle.lab.layout.LabLayout;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.render.Gap;
import io.heddle.render.frr.FrrConfig;
import io.heddle.render.frr.FrrRenderer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a lab shows: the plan, how it is laid out in namespaces, and each router's {@code frr.conf}.
 *
 * @param gaps what the rendering says it could not say
 */
public record LabPlan(
        Fabric fabric,
        NetworkConfig config,
        Endpoints endpoints,
        LabLayout layout,
        Map<DeviceName, String> rendered,
        List<String> gaps) {

    public LabPlan {
        rendered = Collections.unmodifiableMap(new LinkedHashMap<>(rendered));
        gaps = List.copyOf(gaps);
    }

    /** Lays out and renders. */
    public static LabPlan of(String lab, Fabric fabric, NetworkConfig config, Endpoints endpoints) {
        LabLayout layout = LabLayout.of(lab, fabric, config, endpoints);
        Map<DeviceName, String> rendered = new LinkedHashMap<>();
        List<String> gaps = new ArrayList<>();
        for (SwitchConfig each : config.switches()) {
            if (each.bgp().isPresent()) {
                put(each.name(), FrrRenderer.of(each), rendered, gaps);
            }
        }
        for (NodeProgram each : config.nodes()) {
            if (each.bgp().isPresent()) {
                put(each.name(), FrrRenderer.of(each), rendered, gaps);
            }
        }
        for (ExternalRouter each : config.externalRouters()) {
            put(each.name(), FrrRenderer.of(each), rendered, gaps);
        }
        return new LabPlan(fabric, config, endpoints, layout, rendered, gaps);
    }

    private static void put(DeviceName device, FrrConfig config, Map<DeviceName, String> rendered, List<String> gaps) {
        rendered.put(device, config.text());
        for (Gap each : config.gaps()) {
            gaps.add(device + ": " + each);
        }
    }
}
