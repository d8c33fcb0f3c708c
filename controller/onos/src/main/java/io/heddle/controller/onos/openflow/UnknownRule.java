package io.heddle.controller.onos.openflow;

/** A rule on a switch says something that Heddle never writes. */
final class UnknownRule extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownRule(String what) {
        super(what);
    }
}
