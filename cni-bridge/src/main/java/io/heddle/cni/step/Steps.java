package io.heddle.cni.step;

/** Told after every step that would survive the agent: a durable write, a netlink message. Called on the thread that did it. */
@FunctionalInterface
public interface Steps {

    Steps UNHEARD = _ -> {};

    void done(String step);
}
