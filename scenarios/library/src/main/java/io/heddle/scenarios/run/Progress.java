package io.heddle.scenarios.run;

/** Is told how far a run is. */
@FunctionalInterface
public interface Progress {

    /** Nobody is told. */
    Progress SILENT = (_, _, _) -> {};

    /**
     * A step is done.
     *
     * @param what the steps are, such as {@code single failures}
     * @param of how many there are; 0 if that is not known
     */
    void done(String what, int done, int of);
}
