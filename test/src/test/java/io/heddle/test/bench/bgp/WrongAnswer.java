package io.heddle.test.bench.bgp;

/** A daemon sent on what it should not have: a route that nobody announced, or one that it changed. Its figures are worth nothing then. */
final class WrongAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongAnswer(String what) {
        super(what);
    }
}
