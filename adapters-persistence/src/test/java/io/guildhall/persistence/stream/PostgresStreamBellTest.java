package io.guildhall.persistence.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.application.contract.PortContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.contract.PostgresPortsUnderTest;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PostgresStreamBellTest extends PortContract {

    private static final String LISTENERS =
            "FROM pg_stat_activity WHERE application_name = 'guildhall listener'"
                    + " AND datname = current_database()";

    @Inject PostgresPortsUnderTest ports;
    @Inject PostgresStreamBell ofTheOutbox;
    @Inject TransactionSynchronizationRegistry unitOfWork;
    @Inject Sql sql;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger placed = new AtomicInteger();
    private PostgresStreamBell bell;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }

    @BeforeEach
    void listen() {
        unit(() -> ports.eventStream().place(10_000, clock.instant()));
        ofTheOutbox.onCommitted(committed::incrementAndGet);
        bell = new PostgresStreamBell(unitOfWork, url, Optional.empty(), Optional.empty());
        bell.onPlaced(placed::incrementAndGet);
        awaitPlacedRings(1);
    }

    @AfterEach
    void close() {
        bell.close();
        assertThat(sql.exists("SELECT " + LISTENERS + " AND state = 'active'")).isFalse();
    }

    @Test
    void aCommitRingsOnceHoweverMuchItHasPublished() {
        unit(() -> {
            publish();
            publish();
            assertThat(committed).hasValue(0);
        });

        assertThat(committed).hasValue(1);
    }

    @Test
    void aFailedUnitDoesNotRing() {
        assertThatThrownBy(() ->
                        unit(() -> {
                            publish();
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(committed).hasValue(0);
    }

    @Test
    void aUnitThatPublishesNothingDoesNotRing() {
        unit(() -> ports.outbox().publish(List.of(), clock.instant()));
        openBounty(operator());

        assertThat(committed).hasValue(0);
    }

    @Test
    void placesRingOnceTheyAreCommitted() {
        unit(this::publish);
        assertThat(placed).hasValue(1);

        unit(() -> ports.eventStream().place(10, clock.instant()));

        awaitPlacedRings(2);
    }

    @Test
    void aRoundThatPlacesNothingDoesNotRing() throws SQLException {
        unit(() -> ports.eventStream().place(10, clock.instant()));
        // Notifications come in the order of their commits.
        notifyFromElsewhere();

        awaitPlacedRings(2);
    }

    @Test
    void anotherReplicasNotificationRings() throws SQLException {
        notifyFromElsewhere();

        awaitPlacedRings(2);
    }

    @Test
    void aListenerWhoseConnectionIsEndedListensAgainAndRingsForWhatItMissed() throws SQLException {
        assertThat(sql.exists("SELECT pg_terminate_backend(pid) " + LISTENERS)).isTrue();

        awaitPlacedRings(2);
        notifyFromElsewhere();
        awaitPlacedRings(3);
    }

    @Test
    void aClosedBellListensNoMore() {
        bell.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> !sql.exists("SELECT " + LISTENERS));
    }

    private void publish() {
        ports.outbox()
                .publish(
                        List.of(
                                new BountyExpired(
                                        new BountyId(ids.next()), new OperatorId(ids.next()))),
                        clock.instant());
    }

    private void notifyFromElsewhere() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("NOTIFY guildhall_stream");
        }
    }

    private void awaitPlacedRings(int count) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(placed).hasValue(count));
    }
}
