/**
 * What a switch of the lab really holds, in the words of {@code io.heddle.model.tables}: routes with their ECMP legs, neighbours,
 * MACs, flood lists, VTEPs. Taken from the kernel; FRR is asked only for what the kernel has no field for.
 */
@NullMarked
package io.heddle.lab.observe;

import org.jspecify.annotations.NullMarked;
