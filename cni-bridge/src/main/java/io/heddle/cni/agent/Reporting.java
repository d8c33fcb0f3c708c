package io.heddle.cni.agent;

import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.report.GrantedBlocks;
import io.heddle.cni.report.HttpController;
import io.heddle.cni.report.Reporter;
import java.io.IOException;

/** The thread that tells the controller: at once when something happened, every half minute else, a little slower while nobody answers. */
final class Reporting {

    private static final long IDLE_MILLIS = 30_000;
    /** The controller's store is slow: it may have kept by then what it has taken. */
    private static final long OWED_MILLIS = 100;

    private static final long FIRST_PAUSE_MILLIS = 500;

    /** What was attached meanwhile waits so long at most once a controller is back. */
    private static final long LONGEST_PAUSE_MILLIS = 4_000;

    private Reporting() {}

    static void start(ControllerConfig controller, Ipam ipam, GrantedBlocks granted) {
        Reporter reporter =
                new Reporter(controller.node(), ipam, new HttpController(controller.urls(), controller.tls()), granted);
        ipam.listen(reporter);
        Thread.ofPlatform().name("report").daemon().start(() -> run(reporter));
    }

    private static void run(Reporter reporter) {
        long pause = 0;
        try {
            while (true) {
                try {
                    if (reporter.step()) {
                        AgentLog.event("blocks-changed");
                    }
                    pause = 0;
                    reporter.await(reporter.isOwed() ? OWED_MILLIS : IDLE_MILLIS);
                } catch (IOException e) {
                    if (pause == 0) {
                        AgentLog.event("controller-away", "reason", String.valueOf(e.getMessage()));
                    }
                    pause = Math.clamp(pause * 2, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
