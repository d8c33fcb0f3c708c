package io.heddle.topology.design;

/** The routes that stand for pods. */
public enum PodRoutes {
    /** One host route a pod. */
    HOSTS("hosts"),
    /** One route a node block, and host routes for pods outside the blocks of their node. */
    BLOCKS("blocks");

    private final String text;

    PodRoutes(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
