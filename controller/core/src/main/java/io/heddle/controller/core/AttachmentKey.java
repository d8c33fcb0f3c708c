package io.heddle.controller.core;

/** An attachment on its node: a container's interface, as the node's runtime names both. */
public record AttachmentKey(String container, String interfaceName) implements Comparable<AttachmentKey> {
    @Override
    public int compareTo(AttachmentKey other) {
        int byContainer = container.compareTo(other.container);
        return byContainer != 0 ? byContainer : interfaceName.compareTo(other.interfaceName);
    }
}
