package io.heddle.controller.core;

import io.heddle.model.fabric.DeviceName;

/** A change of what is kept. The store writes it, every replica applies it: equal changes in equal order make equal states. */
public sealed interface Change {

    /** A node's record as it now is. */
    record NodeSaved(NodeRecord node) implements Change {}

    /** A node is gone, with its grants and pods. */
    record NodeForgotten(DeviceName node) implements Change {}

    record PodSaved(DeviceName node, AttachmentKey key, Pod pod) implements Change {}

    record PodForgotten(DeviceName node, AttachmentKey key) implements Change {}

    /** The files that the writing replica was configured by. */
    record LayoutSaved(String fingerprint) implements Change {}
}
