package io.guildhall.persistence.contract;

import static io.guildhall.domain.notification.NotificationFixture.BROKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.contract.DeliveriesContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.notification.Deliveries.Kept;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PostgresDeliveriesTest extends DeliveriesContract {

    private static final int BACKLOG = 1_500;
    private static final int AT_ONCE = 10;

    /** After so many a statement has a plan that knows nothing of its parameters. */
    private static final int TIMES = 12;

    @Inject PostgresPortsUnderTest ports;
    @Inject Sql sql;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }

    /**
     * Statistics come after the fact, and where most has ended they say that nothing waits. Whoever
     * believed them would read the backlog of a receiver that hangs for every event.
     */
    @Test
    @TestTransaction
    void backlogOfWhichStatisticsDoNotKnowIsNotReadEachTime() {
        WebhookEndpoint behind = listening();
        sql.change("ANALYZE webhook_delivery");
        add(behind, BACKLOG, this::event);
        clock.advance(Duration.ofHours(-1));
        long before = deliveriesRead();

        for (int time = 0; time < TIMES; time++) {
            BountyExpired bounty = event();
            add(behind, AT_ONCE, () -> bounty);
            List<Delivery> failed =
                    take(behind, AT_ONCE).stream()
                            .map(delivery -> answered(delivery, BROKEN))
                            .toList();
            assertThat(ports.deliveries().saveAll(failed)).allMatch(Kept::followed).hasSize(1);
            assertThat(ports.deliveries().endpointsWithDue(clock.instant(), null, 10_000))
                    .doesNotContain(behind.id());
        }

        assertThat(deliveriesRead() - before).isLessThan(TIMES * BACKLOG);
    }

    private void add(WebhookEndpoint endpoint, int count, Supplier<BountyExpired> events) {
        ports.deliveries()
                .add(Stream.generate(() -> plan(endpoint, events.get())).limit(count).toList());
    }

    /** In this transaction. */
    private long deliveriesRead() {
        return sql.first(
                        "SELECT seq_tup_read + idx_tup_fetch AS read FROM pg_stat_xact_user_tables"
                                + " WHERE relname = 'webhook_delivery'",
                        row -> row.number("read"))
                .orElseThrow();
    }
}
