package io.heddle.model.fabric;

/** How a node joins the fabric. */
public enum Attachment {
    /** A bond (or single port) on VLANs of one or two leafs; any BGP session goes to a leaf's own SVI address. */
    L2("l2"),
    /** One routed session per link and no bond; unnumbered BGP works. */
    L3("l3");

    private final String text;

    Attachment(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
