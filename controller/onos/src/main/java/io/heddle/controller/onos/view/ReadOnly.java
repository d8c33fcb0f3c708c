package io.heddle.controller.onos.view;

/** What a view answers to whoever wants to change the fabric by it. */
final class ReadOnly {

    private ReadOnly() {}

    static UnsupportedOperationException refusal(String what) {
        return new UnsupportedOperationException(
                what + " here: the fabric is told what its plan and its pods come to, and nothing besides");
    }
}
