package io.heddle.topology.catalogue;

import java.util.Map;

/**
 * The profiles that a chip has under an operating system.
 *
 * @param profiles what each adds, the common parts included, in the order of the file
 */
record TableSet(String os, Map<String, RowParts> profiles) {}
