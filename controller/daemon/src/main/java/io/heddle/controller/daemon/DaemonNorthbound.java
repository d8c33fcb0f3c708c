package io.heddle.controller.daemon;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.daemon.loop.NotKept;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.http.api.Northbound;
import io.heddle.controller.http.api.NotWriting;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The loop as the API sees it. */
final class DaemonNorthbound implements Northbound {

    private final ControllerLoop loop;
    private final Questions questions;
    private final Supplier<List<Drift>> drift;

    DaemonNorthbound(ControllerLoop loop, Questions questions, Supplier<List<Drift>> drift) {
        this.loop = loop;
        this.questions = questions;
        this.drift = drift;
    }

    @Override
    public State state() {
        return loop.state();
    }

    @Override
    public CompletionStage<Step> submit(Event event) {
        return loop.submit(event).exceptionally(fault -> {
            Throwable cause =
                    fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
            throw new CompletionException(
                    cause instanceof NotKept ? new NotWriting(String.valueOf(cause.getMessage())) : cause);
        });
    }

    @Override
    public CompletionStage<Judgement> couldHold(Demand demand) {
        return questions.ask(loop.state(), demand);
    }

    @Override
    public List<Drift> drift() {
        return drift.get();
    }

    @Override
    public List<String> notReady() {
        return loop.isReady() ? List.of() : List.of(loop.trouble());
    }
}
