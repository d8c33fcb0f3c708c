package io.heddle.controller.core;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.TableCounts;

/**
 * What a switch holds by its own account, what Heddle did not make included.
 *
 * @param held entries of each kind, all of them
 * @param foreign those of them that do not follow from the configuration and the pods that Heddle knows
 * @param source how it was read: {@code frr}, {@code kernel}, {@code crm}
 */
public record TableUse(DeviceName device, TableCounts held, TableCounts foreign, String source) {}
