package io.heddle.bgp.bfd;

/** Who wants to know of a path: a BGP session, a static route. */
public interface BfdWatcher {

    /** The path works both ways. */
    void up(int session);

    /**
     * The session left Up.
     *
     * @param administrative one side took it down on purpose: what watches it need not react (RFC 5882 section 4.2)
     */
    void down(int session, BfdDiagnostic diagnostic, boolean administrative);
}
