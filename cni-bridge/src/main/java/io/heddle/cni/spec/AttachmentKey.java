package io.heddle.cni.spec;

import java.util.regex.Pattern;

/**
 * What an attachment is known by: the container and its interface (specification 1.1.0, section 4, Lifecycle). Both become part of
 * names and messages, so hostile ones are refused here.
 */
public record AttachmentKey(String containerId, String interfaceName) implements Comparable<AttachmentKey> {

    /** More than any runtime's (64 for containerd and podman). */
    private static final int CONTAINER_ID_MAX = 200;
    /** {@code IFNAMSIZ} less the closing zero. */
    private static final int INTERFACE_NAME_MAX = 15;

    private static final Pattern CONTAINER_ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.\\-]*");
    private static final Pattern INTERFACE_NAME = Pattern.compile("[!-.0-9;-~]+");

    public AttachmentKey {
        if (!CONTAINER_ID.matcher(containerId).matches() || containerId.length() > CONTAINER_ID_MAX) {
            throw new IllegalArgumentException("CNI_CONTAINERID: found '" + shown(containerId)
                    + "', expected a letter or digit, then letters, digits, '_', '.', '-', at most "
                    + CONTAINER_ID_MAX);
        }
        if (!INTERFACE_NAME.matcher(interfaceName).matches()
                || interfaceName.length() > INTERFACE_NAME_MAX
                || interfaceName.equals(".")
                || interfaceName.equals("..")) {
            throw new IllegalArgumentException("CNI_IFNAME: found '" + shown(interfaceName)
                    + "', expected an interface name: 1 to 15 characters, no space, '/' or ':', not '.' or '..'");
        }
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    @Override
    public int compareTo(AttachmentKey other) {
        int byContainer = containerId.compareTo(other.containerId);
        return byContainer != 0 ? byContainer : interfaceName.compareTo(other.interfaceName);
    }

    @Override
    public String toString() {
        return containerId + "/" + interfaceName;
    }
}
