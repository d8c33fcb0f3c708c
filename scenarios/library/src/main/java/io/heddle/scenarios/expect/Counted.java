package io.heddle.scenarios.expect;

/** What can be counted in a fabric by walking it. */
public enum Counted {
    RACKS("racks"),
    NODES("nodes"),
    GPUS("gpus"),
    PODS("pods"),
    LEAFS("leafs"),
    BORDER_LEAFS("border-leafs"),
    SPINES("spines"),
    SUPER_SPINES("super-spines"),
    OUT_OF_BAND_SWITCHES("out-of-band-switches"),
    CABLES("cables"),
    NODE_LEAF_CABLES("node-leaf-cables"),
    LEAF_SPINE_CABLES("leaf-spine-cables"),
    SPINE_SUPER_SPINE_CABLES("spine-super-spine-cables"),
    /** Cables between two switches of one tier. */
    PEER_CABLES("peer-cables"),
    OUT_OF_BAND_CABLES("out-of-band-cables");

    private final String text;

    Counted(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
