package io.guildhall.persistence.fault;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.ledger.TopUp;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers are told when the database goes away, and that nothing is left behind. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class OutageTest {

    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;
    @Inject DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    @SuppressWarnings("NullAway.Init") // The test resource puts it in.
    Cable cable;

    @BeforeEach
    void cableIsWhole() {
        cable.mend();
    }

    @Test
    void connectionKilledInTheMiddleLeavesNothingBehind() {
        Story story = new Story(guildhall.useCases);
        OperatorId operator = story.poster.operator();
        var before = guildhall.ports.ledger().balancesOf(operator);

        assertUnavailable(
                false,
                () ->
                        guildhall
                                .ports
                                .transactions()
                                .run(() -> {
                                    guildhall.useCases.topUp.handle(
                                            new TopUp.Command(story.poster, usd(5)));
                                    killOwnConnection();
                                    guildhall.useCases.topUp.handle(
                                            new TopUp.Command(story.poster, usd(7)));
                                }));

        assertThat(guildhall.ports.ledger().balancesOf(operator)).isEqualTo(before);
        guildhall.useCases.topUp.handle(new TopUp.Command(story.poster, usd(1)));
        assertThat(guildhall.ports.ledger().spendable(Account.available(operator, Currency.USD)))
                .isEqualTo(before.getFirst().available().plus(usd(1)));
    }

    @Test
    void connectionKilledBeforeTheCommitIsNotKnownToHaveKeptAnything() {
        Story story = new Story(guildhall.useCases);

        assertUnavailable(
                true,
                () ->
                        guildhall
                                .ports
                                .transactions()
                                .run(() -> {
                                    guildhall.useCases.topUp.handle(
                                            new TopUp.Command(story.poster, usd(5)));
                                    killOwnConnection();
                                }));
    }

    /** As whoever was frozen in the middle of it, and comes back. */
    @Test
    void unitOfWorkThatRestsForTooLongLeavesNothingBehindAndKeepsNobodyOut() {
        Story story = new Story(guildhall.useCases);
        Account available = Account.available(story.poster.operator(), Currency.USD);
        var before = guildhall.ports.ledger().spendable(available);

        assertUnavailable(
                false,
                () ->
                        guildhall
                                .ports
                                .transactions()
                                .run(() -> {
                                    sql.exists(
                                            "SELECT set_config('idle_in_transaction_session_timeout', '500', true)");
                                    guildhall.ports.ledger().lock(available);
                                    CompletableFuture.runAsync(
                                                    () ->
                                                            guildhall.useCases.topUp.handle(
                                                                    new TopUp.Command(
                                                                            story.poster, usd(5))),
                                                    THREADS)
                                            .join();
                                    guildhall.useCases.topUp.handle(
                                            new TopUp.Command(story.poster, usd(7)));
                                }));

        assertThat(guildhall.ports.ledger().spendable(available)).isEqualTo(before.plus(usd(5)));
    }

    @Test
    void readsWithoutAUnitOfWorkAreRefusedToo() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty = story.bounty(ClaimPolicy.FIRST_COME);

        cable.breakAt(1, Cable.Side.BEFORE);
        assertUnavailable(
                false, () -> guildhall.useCases.viewBounties.find(story.agent, bounty.id()));

        cable.breakAt(1, Cable.Side.AFTER);
        assertUnavailable(
                false,
                () ->
                        guildhall
                                .ports
                                .agents()
                                .ofOperator(story.worker.operator(), PageRequest.first(5)));

        Optional<Agent> found = guildhall.ports.agents().find(story.agent.asAgent());
        assertThat(found).isPresent();
    }

    @Test
    void callersWhoGetNoConnectionAreRefusedInTime() throws SQLException {
        Story story = new Story(guildhall.useCases);
        List<Connection> all = new ArrayList<>();
        try {
            for (int taken = 0; taken < poolSize; taken++) {
                all.add(dataSource.getConnection());
            }

            assertUnavailable(
                    false, () -> guildhall.ports.ledger().balancesOf(story.poster.operator()));
            assertUnavailable(false, () -> guildhall.ports.agents().find(story.agent.asAgent()));
            assertUnavailable(
                    false,
                    () -> guildhall.useCases.topUp.handle(new TopUp.Command(story.poster, usd(5))));
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(guildhall.ports.ledger().balancesOf(story.poster.operator())).isNotEmpty();
    }

    @Test
    void firstComersClaimIsTwoReadsOneWriteAndACommit() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty = story.bounty(ClaimPolicy.FIRST_COME);
        cable.mend();

        story.claim(bounty);

        assertThat(cable.statements()).isEqualTo(4);
    }

    @Test
    void whoComesTooLateReadsAndWritesNothing() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty = story.bounty(ClaimPolicy.FIRST_COME);
        Caller late = story.anotherAgent();
        story.claim(bounty);
        cable.mend();

        assertThatThrownBy(() -> story.claim(bounty, late)).isInstanceOf(RefusedException.class);

        // The agent, the bounty, its claim (which may have run out), and the end of the reading.
        assertThat(cable.statements()).isEqualTo(4);
    }

    @Test
    void bountyIsShownByOneStatement() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty = story.bounty(ClaimPolicy.FIRST_COME);
        cable.mend();

        guildhall.useCases.viewBounties.find(story.agent, bounty.id());

        assertThat(cable.statements()).isEqualTo(1);
    }

    /** From within, as the database's own administrator would from a console. */
    private void killOwnConnection() {
        try {
            sql.exists("SELECT pg_terminate_backend(pg_backend_pid())");
        } catch (RefusedException e) {
            // The answer to this is the connection's end.
        }
    }

    private static void assertUnavailable(boolean mayBeKept, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.error())
                                        .isEqualTo(new StorageUnavailable(mayBeKept)));
    }
}
