package io.heddle.scenarios.scenario;

/** What a capacity search lets grow. */
public enum Growth {
    RACKS("racks"),
    /** Nodes of the first group that runs pods, in every rack. */
    NODES_PER_RACK("nodes-per-rack"),
    PODS_PER_NODE("pods-per-node"),
    /** Networks with a VNI: copies of the first one that has one, on every bond that carries it. */
    VNIS("vnis");

    private final String text;

    Growth(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
