package io.guildhall.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopsTest {

    private final Rota rota = new Market().use.admin.rota;
    private final Loops loops = new Loops(rota);

    @Test
    void backlogKeepsNoProcessFromEnding() {
        AtomicInteger batches = new AtomicInteger();

        rota.goWhileFull(
                Worker.TIMERS,
                () -> {
                    loops.onStop(new ShutdownEvent());
                    return batches.incrementAndGet() < 10;
                });

        assertThat(batches).hasValue(1);
    }
}
