package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManyAtOnceTest {

    private static final int HANGING = 1_000;
    private static final int PROMPT = 200;

    /** Longer than it takes to start them all on a busy machine; they are let go before. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void thousandHangingCallsTakeNobodyElsesPlace()
            throws InterruptedException, ExecutionException {
        OkHttpWebhookSender sender =
                new OkHttpWebhookSender(
                        AddressGuard.allowing(List.of("127.0.0.0/8")),
                        new SendingLimits(LIMIT, LIMIT, 64));
        try (Receiver prompt = Receiver.ok();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> hanging;
            try (Receiver silent = Receiver.that((connection, _) -> Receiver.hang(connection))) {
                hanging = started(threads, sender, silent, HANGING);
                silent.awaitRequests(HANGING);

                for (Future<Answer> answer : started(threads, sender, prompt, PROMPT)) {
                    assertThat(answer.get()).isInstanceOf(Replied.class);
                }
                assertThat(hanging).noneMatch(Future::isDone);
            }
            for (Future<Answer> answer : hanging) {
                assertThat(answer.get()).isInstanceOf(Unreachable.class);
            }
        }
    }

    private static List<Future<Answer>> started(
            ExecutorService threads, OkHttpWebhookSender sender, Receiver receiver, int count) {
        return Stream.generate(() -> threads.submit(() -> sender.send(Letters.to(receiver.url()))))
                .limit(count)
                .toList();
    }
}
