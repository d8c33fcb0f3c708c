/**
 * Nodes whose agents have fallen silent.
 *
 * <pre>
 *   reports ─► Silence ─ silent for too long, others are not ─► NodeProbe: the leafs ask the node ─ no leaf is answered ─► NodeDead
 * </pre>
 *
 * <p>Fail-static: an agent that cannot reach a controller, or does not run, loses no pod. A node is only taken for dead when its leafs, whose
 * tables the controller reads, are not answered by it either; where no leaf can be asked it never is. It lives again with its next report.
 */
@NullMarked
package io.heddle.controller.daemon.agents;

import org.jspecify.annotations.NullMarked;
