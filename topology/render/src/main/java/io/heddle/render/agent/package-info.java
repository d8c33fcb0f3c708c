/**
 * What the node agent of {@code cni-bridge} is told: the node's blocks, how its pods are connected, their MTU. The file is described in
 * {@code docs/cni.md}.
 */
@NullMarked
package io.heddle.render.agent;

import org.jspecify.annotations.NullMarked;
