package io.heddle.controller.core;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.List;

/** What is to be put into the fabric, if every switch can hold it. */
public sealed interface Demand {

    DeviceName node();

    /** A node is to have these blocks or single addresses. */
    record Blocks(DeviceName node, List<Prefix> blocks) implements Demand {
        public Blocks {
            blocks = List.copyOf(blocks);
        }
    }

    /** Pods that a node reports. */
    record Pods(DeviceName node, List<Pod> pods) implements Demand {
        public Pods {
            pods = List.copyOf(pods);
        }
    }

    /** A node's blocks are to be announced in place of its pods, those that it has and these. */
    record Aggregate(DeviceName node, List<Pod> pods) implements Demand {
        public Aggregate {
            pods = List.copyOf(pods);
        }
    }
}
