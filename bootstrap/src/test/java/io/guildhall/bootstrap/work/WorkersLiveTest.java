package io.guildhall.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.worker.Worker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class WorkersLiveTest {

    private final Market market = new Market();
    private final WorkersLive check =
            new WorkersLive(new Loops(market.use.admin.rota), market.use.admin.rota);

    @Test
    void workerThatHasBeenInOneRoundForAnHourIsStuck() {
        market.use.admin.rota.run(
                Worker.PAYOUTS,
                () -> {
                    market.guildhall.clock.advance(Duration.ofHours(1).minusSeconds(1));
                    assertThat(check.call().getStatus()).isEqualTo(Status.UP);

                    market.guildhall.clock.advance(Duration.ofSeconds(1));

                    HealthCheckResponse answer = check.call();
                    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(answer.getData().orElseThrow()).containsEntry("stuck", "payouts");
                });

        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void backlogOfAnHourIsNoReasonForARestart() {
        AtomicInteger batches = new AtomicInteger();

        market.use.admin.rota.goWhileFull(
                Worker.PAYOUTS,
                () -> {
                    market.guildhall.clock.advance(Duration.ofMinutes(10));
                    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
                    return batches.incrementAndGet() < 7;
                });

        assertThat(batches).hasValue(7);
    }
}
