package io.heddle.controller.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher.Action;
import java.net.HttpURLConnection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Lists one kind and watches it from there, for ever, on a thread of its own. */
final class Following<T extends HasMetadata> implements AutoCloseable {

    private static final long PAGE = 500;

    /** The server ends a watch after this; silence for longer is a connection that died unseen. */
    private static final long WATCH_SECONDS = 240;

    private static final int SILENCE_SECONDS = 300;
    private static final int MOST_SECONDS = 30;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Source<T> source;
    private final ClusterListener listener;
    private final Ledger ledger;
    private final Thread thread;
    private volatile boolean closed;

    /** Until a continuation was refused as too old: then lists are asked for whole. */
    private boolean paged = true;

    private Following(Source<T> source, ClusterListener listener) {
        this.source = source;
        this.listener = listener;
        ledger = new Ledger(source.kind(), listener);
        thread =
                Thread.ofPlatform().name("kubernetes-" + source.kind()).daemon().unstarted(this::run);
    }

    static <T extends HasMetadata> Following<T> start(Source<T> source, ClusterListener listener) {
        Following<T> following = new Following<>(source, listener);
        following.thread.start();
        return following;
    }

    private void run() {
        int pause = 1;
        String trouble = "not asked yet";
        try {
            while (!closed) {
                try {
                    String version = list();
                    if (!trouble.isEmpty()) {
                        trouble = "";
                        listener.reached(source.kind(), ledger.size());
                    }
                    pause = 1;
                    follow(version);
                } catch (RuntimeException e) {
                    // The client's own faults count like those of the server: the next round begins anew.
                    if (closed) {
                        return;
                    }
                    paged &= code(e) != HttpURLConnection.HTTP_GONE;
                    if (!trouble.equals(reason(e))) {
                        trouble = reason(e);
                        listener.away(source.kind(), trouble);
                    }
                    TimeUnit.SECONDS.sleep(pause);
                    pause = Math.min(pause * 2, MOST_SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** What the server answered; 0 if it did not. */
    private static int code(RuntimeException e) {
        return e instanceof KubernetesClientException answered ? answered.getCode() : 0;
    }

    /** The server's words, or else what the network said. */
    private static String reason(RuntimeException e) {
        if (code(e) != 0) {
            return String.valueOf(e.getMessage());
        }
        StringBuilder reason = new StringBuilder("no answer");
        for (Throwable cause = e.getCause() == null ? e : e.getCause(); cause != null; cause = cause.getCause()) {
            reason.append(": ").append(cause.getClass().getSimpleName());
            if (cause.getCause() == null && cause.getMessage() != null) {
                reason.append(": ").append(cause.getMessage());
            }
        }
        return reason.toString();
    }

    /** Reads everything; the version that it is of. */
    private String list() {
        Set<String> names = new HashSet<>();
        String continuation = null;
        String version;
        do {
            KubernetesResourceList<T> page = source.list()
                    .apply(new ListOptionsBuilder()
                            .withLimit(paged ? PAGE : null)
                            .withContinue(continuation)
                            .build());
            for (T each : page.getItems()) {
                String name = Source.name(each);
                names.add(name);
                ledger.seen(name, source.reading().apply(each));
            }
            version = page.getMetadata().getResourceVersion();
            continuation = page.getMetadata().getContinue();
        } while (continuation != null && !continuation.isEmpty());
        ledger.only(names);
        return version;
    }

    /** Returns when everything has to be read again. */
    private void follow(String from) throws InterruptedException {
        String version = from;
        while (!closed) {
            Inflow<T> inflow = new Inflow<>();
            ListOptions options = new ListOptionsBuilder()
                    .withResourceVersion(version)
                    .withAllowWatchBookmarks(true)
                    .withTimeoutSeconds(WATCH_SECONDS)
                    .build();
            String last = version;
            try (Watch _ = source.watch().open(options, inflow)) {
                boolean open = true;
                while (open) {
                    switch (inflow.next(SILENCE_SECONDS)) {
                        case Inflow.Item.Changed<T>(Action action, T object) -> {
                            version = object.getMetadata().getResourceVersion();
                            take(action, object);
                        }
                        case Inflow.Item.Ended<T>(boolean gone) -> {
                            if (gone) {
                                return;
                            }
                            open = false;
                        }
                        case null -> open = false;
                    }
                }
            } finally {
                inflow.close();
            }
            if (version.equals(last)) {
                // It ended with nothing new. The client does not say whether the server is away, so ask.
                TimeUnit.SECONDS.sleep(1);
                return;
            }
        }
    }

    private void take(Action action, T object) {
        switch (action) {
            case ADDED, MODIFIED ->
                ledger.seen(Source.name(object), source.reading().apply(object));
            case DELETED -> ledger.gone(Source.name(object));
            case BOOKMARK, ERROR -> {
                // A bookmark only moves the version; an error ends the watch by itself.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** After it was closed; gives up on a client that does not let go. */
    void await() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
