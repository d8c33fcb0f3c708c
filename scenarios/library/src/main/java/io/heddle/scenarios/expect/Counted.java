package io.heddle.scenarios.expect;

import io.heddle.scenarios.wording.Numbers;

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

    /** A count as people write it: {@code 1 out-of-band switch}, {@code 28 node-leaf cables}. */
    public String count(long number) {
        String plural = inWords();
        String singular = plural.endsWith("switches")
                ? plural.substring(0, plural.length() - 2)
                : plural.substring(0, plural.length() - 1);
        return Numbers.of(number) + " " + (number == 1 ? singular : plural);
    }

    /** The last word stands alone where it is a thing of its own: {@code node-leaf cables}. */
    private String inWords() {
        if (this == GPUS) {
            return "GPUs";
        }
        if (this == SUPER_SPINES || this == BORDER_LEAFS) {
            return text;
        }
        int dash = text.lastIndexOf('-');
        return dash < 0 ? text : text.substring(0, dash) + " " + text.substring(dash + 1);
    }

    /** The form used in files. */
    @Override
    public String toString() {
        return text;
    }
}
