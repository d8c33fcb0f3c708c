/** OpenFlow on real Open vSwitch, userspace datapath, in namespaces of its own: what is pushed forwards, is read back equal, and stays. */
@NullMarked
package io.heddle.test.openflow;

import org.jspecify.annotations.NullMarked;
