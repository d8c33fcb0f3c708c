package io.heddle.render;

/**
 * A file of a device.
 *
 * @param path below the root of the device, such as {@code etc/frr/frr.conf}
 * @param text ends with a line feed
 */
public record RenderedFile(String path, String text) {}
