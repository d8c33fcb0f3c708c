/**
 * What speaks over one link with FRR's own daemons: BFD, router advertisements, BGP without addresses. {@link io.heddle.test.link.LinkBed} is
 * two network namespaces and the link between them; ours runs as a process of its own in one, FRR in the other.
 */
@NullMarked
package io.heddle.test.link;

import org.jspecify.annotations.NullMarked;
