package io.heddle.render.interfaces;

/** Whose ifupdown2 reads the file. */
public enum Flavour {
    LINUX,
    /** With clagd, which makes MLAG pairs. */
    CUMULUS
}
