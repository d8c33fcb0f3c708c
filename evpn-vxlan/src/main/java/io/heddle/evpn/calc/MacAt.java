package io.heddle.evpn.calc;

/** A MAC on a VLAN of a switch. */
record MacAt(int at, int vlan, long mac) {}
