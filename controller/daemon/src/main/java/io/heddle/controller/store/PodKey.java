package io.heddle.controller.store;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.model.fabric.DeviceName;

/** A pod's key: {@code node/length of the container's name/container/interface}. Pods of a node stand together. */
record PodKey(DeviceName node, AttachmentKey key) {

    static PodKey of(DeviceName node, AttachmentKey key) {
        return new PodKey(node, key);
    }

    static String prefix(DeviceName node) {
        return node + "/";
    }

    String text() {
        return prefix(node) + key.container().length() + "/" + key.container() + "/" + key.interfaceName();
    }

    static PodKey parse(String text, String place) throws StoreException {
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        try {
            int container = second + 1 + Integer.parseInt(text.substring(first + 1, second));
            return new PodKey(
                    DeviceName.of(text.substring(0, first)),
                    new AttachmentKey(text.substring(second + 1, container), text.substring(container + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StoreException.Corrupt(place, "a pod under '" + text + "'");
        }
    }
}
