/**
 * The CNI plugin and its agent with real parts: the binary, the agent as a process, the kernel's namespaces, container runtimes. A
 * {@link io.heddle.test.cni.CniBed} is a node of its own; what it needs and does not find is the reason for which a test is skipped.
 */
@NullMarked
package io.heddle.test.cni;

import org.jspecify.annotations.NullMarked;
