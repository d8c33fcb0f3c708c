package io.heddle.cni.attach;

import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniResult;
import java.util.List;

/** A way to connect pods. */
public sealed interface PodNetwork permits RoutedNetwork, BridgedNetwork {

    /**
     * Makes an interface in a pod with everything that belongs to it. After a failure parts may be there; removing the node's link
     * removes them.
     */
    CniResult attach(PodInterface pod) throws CniException, LinuxException;

    /** What is missing or changed of an interface that was made; empty when all is there. */
    List<String> check(PodInterface pod) throws LinuxException;
}
