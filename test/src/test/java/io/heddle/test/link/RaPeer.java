package io.heddle.test.link;

import io.heddle.bgp.ra.RaSockets;
import io.heddle.bgp.ra.RaTimers;
import io.heddle.bgp.ra.RaWatcher;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.io.IOException;
import java.util.Random;

/** Advertises on the interface {@code RaPeer INTERFACE MAC} and tells {@code found} and {@code lost}. */
public final class RaPeer {

    private RaPeer() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        RaSockets sockets = new RaSockets(System::nanoTime, new Random(1), new RaWatcher() {
            @Override
            public void found(String networkInterface, IpAddress linkLocal) {
                System.out.println("found " + networkInterface + " " + linkLocal);
            }

            @Override
            public void lost(String networkInterface, IpAddress linkLocal) {
                System.out.println("lost " + networkInterface + " " + linkLocal);
            }
        });
        sockets.add(arguments[0], Mac.parse(arguments[1]), RaTimers.DEFAULT);
        sockets.run();
    }
}
