package io.heddle.scenarios.judge;

/** Whether it holds, and what is. */
record Found(boolean holds, String text) {

    static Found missing(String what) {
        return new Found(false, what);
    }
}
