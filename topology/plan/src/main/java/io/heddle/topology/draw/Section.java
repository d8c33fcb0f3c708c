package io.heddle.topology.draw;

import io.heddle.model.fabric.Switch;
import java.util.List;

/** Spines and the columns below them: a group of a three-tier Clos, or the whole of a smaller fabric. */
record Section(List<Switch> spines, List<Column> columns) {}
