package io.heddle.topology.catalogue;

import io.heddle.model.device.PortNaming;

/** What every device under one operating system has in common. */
record OperatingSystem(String name, String title, PortNaming ports, RowParts parts) {}
