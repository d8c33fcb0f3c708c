package io.heddle.cni.linux;

/** How far an address or route reaches ({@code linux/rtnetlink.h}). */
public enum Scope {
    GLOBAL(0),
    LINK(253),
    HOST(254);

    private final int number;

    Scope(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
