package io.heddle.controller.http.api;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Step;
import io.heddle.controller.http.watch.WatchLog;
import io.heddle.json.Json;
import java.util.List;
import java.util.Optional;

/** What the controller did, into the log of those who watch. Called in the order of steps, by one thread at a time. */
public final class Feed {

    /** More changes than that in one step are counted, not told one by one: a watcher reads again what it needs. */
    private static final int TOLD = 500;

    private final WatchLog log;

    public Feed(WatchLog log) {
        this.log = log;
    }

    /** A step is done and in the store; {@code event} is what led to it. */
    public void stepped(Event event, Step step) {
        Optional<Effect.Persist> persisted = step.effect(Effect.Persist.class);
        persisted.ifPresent(each -> written(each.revision(), each.changes(), step.reason()));
        long revision = step.state().revision();
        switch (event) {
            case Event.SwitchUp up -> session(revision, up.device().value(), true, "");
            case Event.SwitchDown down -> session(revision, down.device().value(), false, down.reason());
            case Event.TableUseSeen seen ->
                log.add(
                        revision,
                        "tables",
                        new Members().text("switch", seen.use().device()).json().toString());
            case Event.Configured _ ->
                log.add(
                        revision,
                        "configured",
                        new Members().text("reason", step.reason()).json().toString());
            case Event.NodeRegistered _,
                    Event.AgentReported _,
                    Event.BlockWanted _,
                    Event.EndpointAttached _,
                    Event.EndpointDetached _,
                    Event.NodeDead _,
                    Event.NodeAlive _,
                    Event.NodeRemoved _,
                    Event.KubernetesNodeSeen _,
                    Event.KubernetesNodeGone _,
                    Event.KubernetesPodSeen _,
                    Event.KubernetesPodGone _,
                    Event.Tick _ -> {}
        }
        for (Effect each : step.effects()) {
            if (each instanceof Effect.Warn warn) {
                log.add(
                        revision,
                        "warning",
                        new Members()
                                .text("subject", warn.subject())
                                .text("text", warn.text())
                                .json()
                                .toString());
            }
        }
    }

    /** Another replica wrote these. */
    public void written(long revision, List<Change> changes, String reason) {
        Members members = new Members()
                .number("revision", revision)
                .text("reason", reason)
                .number("count", changes.size());
        if (changes.size() <= TOLD) {
            members.items("changes", changes.stream().map(Feed::json).toList());
        }
        log.add(revision, "changed", members.json().toString());
    }

    private void session(long revision, String device, boolean up, String reason) {
        log.add(
                revision,
                "session",
                new Members()
                        .text("switch", device)
                        .flag("up", up)
                        .text("reason", reason)
                        .json()
                        .toString());
    }

    private static Json json(Change change) {
        return switch (change) {
            case Change.NodeSaved saved ->
                new Members()
                        .text("change", "node-saved")
                        .text("node", saved.node().name())
                        .flag("alive", saved.node().alive())
                        .json();
            case Change.NodeForgotten gone ->
                new Members()
                        .text("change", "node-forgotten")
                        .text("node", gone.node())
                        .json();
            case Change.PodSaved saved ->
                new Members()
                        .text("change", "pod-saved")
                        .member("endpoint", EndpointResource.json(saved.node(), saved.key(), saved.pod()))
                        .json();
            case Change.PodForgotten gone ->
                new Members()
                        .text("change", "pod-forgotten")
                        .text("node", gone.node())
                        .text("container", gone.key().container())
                        .text("interface", gone.key().interfaceName())
                        .json();
            case Change.LayoutSaved saved ->
                new Members()
                        .text("change", "layout-saved")
                        .text("fingerprint", saved.fingerprint())
                        .json();
        };
    }
}
