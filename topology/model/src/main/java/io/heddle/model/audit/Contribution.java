package io.heddle.model.audit;

import io.heddle.model.device.Resource;
import io.heddle.model.tables.EntryKind;

/**
 * What one kind of entry adds to a table.
 *
 * @param held entries of the kind that the switch holds
 * @param resource what they take there
 * @param entries how many of it: {@code held} times what one takes
 */
public record Contribution(EntryKind kind, long held, Resource resource, long entries) {}
