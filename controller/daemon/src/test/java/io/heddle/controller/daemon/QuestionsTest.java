package io.heddle.controller.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.State;
import io.heddle.controller.http.api.NotWriting;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Demand DEMAND =
            new Demand.Blocks(DeviceName.of("node-1"), List.of(Prefix.parse("10.0.0.0/26")));

    @Test
    void theAnswerIsTheJudgesAndEachQuestionHasAJudgeOfItsOwn() {
        AtomicInteger judges = new AtomicInteger();
        try (Questions questions = new Questions(() -> {
            int number = judges.incrementAndGet();
            return (_, _) -> new Judgement.Full("judge " + number);
        })) {
            assertThat(questions.ask(State.EMPTY, DEMAND).toCompletableFuture().join())
                    .isEqualTo(new Judgement.Full("judge 1"));
            assertThat(questions.ask(State.EMPTY, DEMAND).toCompletableFuture().join())
                    .isEqualTo(new Judgement.Full("judge 2"));
        }
    }

    @Test
    void tooManyAtOnceAreTurnedDownAndTheOthersAnswered() {
        CountDownLatch answer = new CountDownLatch(1);
        try (Questions questions = new Questions(() -> (_, _) -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Judgement.FITS;
        })) {
            List<CompletableFuture<Judgement>> asked = new ArrayList<>();
            for (int i = 0; i < 17; i++) {
                asked.add(questions.ask(State.EMPTY, DEMAND).toCompletableFuture());
            }
            assertThatThrownBy(() -> questions
                            .ask(State.EMPTY, DEMAND)
                            .toCompletableFuture()
                            .join())
                    .hasCauseInstanceOf(NotWriting.class);
            answer.countDown();
            assertThat(asked).allSatisfy(each -> assertThat(each.join()).isEqualTo(Judgement.FITS));
        }
    }
}
