package io.heddle.controller.http.message;

/** A request that is turned down. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
