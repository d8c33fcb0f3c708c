package io.heddle.cni.attach;

import io.heddle.cni.linux.EthernetSocket;
import io.heddle.cni.linux.LinuxException;
import io.heddle.model.net.IpAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Announces new pods on their VLAN: at once, and again a little later, since a bridge forwards nothing by a port before it has seen
 * its carrier, and a frame may be lost. ADD does not wait for it.
 */
public final class Announcer {

    private static final long[] AGAIN_MILLIS = {20, 200, 1000};

    private final Executor later;

    /** @param later runs the repetitions */
    public Announcer(Executor later) {
        this.later = later;
    }

    /** Announces every address of a pod; the socket is closed afterwards. */
    void announce(PodInterface pod, EthernetSocket socket) {
        announce(pod, socket, 0);
    }

    private void announce(PodInterface pod, EthernetSocket socket, int round) {
        try {
            for (IpAddress each : pod.addresses()) {
                socket.send(Announcement.of(each, pod.mac()));
            }
        } catch (LinuxException e) {
            socket.close(); // the pod is gone, or its link is down
            return;
        }
        if (round < AGAIN_MILLIS.length) {
            CompletableFuture.delayedExecutor(AGAIN_MILLIS[round], TimeUnit.MILLISECONDS, later)
                    .execute(() -> announce(pod, socket, round + 1));
        } else {
            socket.close();
        }
    }
}
