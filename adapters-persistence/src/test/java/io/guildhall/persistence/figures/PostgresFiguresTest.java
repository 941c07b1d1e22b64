package io.guildhall.persistence.figures;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.escrow.VaultOrderFixture.CALL;
import static io.guildhall.domain.escrow.VaultOrderFixture.mined;
import static io.guildhall.domain.escrow.VaultOrderFixture.signed;
import static io.guildhall.domain.escrow.VaultOrderFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Figures.Figure;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.persistence.PostgresForTests;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures beside what has just happened; others' doings before it are subtracted. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresFiguresTest {

    @Inject DataSource dataSource;
    @Inject PostgresFigures figures;
    @Inject PostgresGuildhall guildhall;

    /** An oldest one and a last one cannot be told from others' by subtracting. */
    @BeforeEach
    void othersLeaveNothingThatIsOldestOrLast() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM vault_order");
            statement.execute("DELETE FROM comparison");
        }
    }

    @Test
    void whatIsUnderWayIsCountedByItsState() {
        Story story = new Story(guildhall.useCases);
        Map<String, Double> before = read(now());

        story.bounty(ClaimPolicy.FIRST_COME);
        story.claim(story.bounty(ClaimPolicy.FIRST_COME));
        story.claim(story.bounty(ClaimPolicy.APPROVAL));
        story.submission();

        assertThat(grown(before, read(now())))
                .containsEntry("bounties{status=open}", 2.0)
                .containsEntry("bounties{status=claimed}", 1.0)
                .containsEntry("bounties{status=in_review}", 1.0)
                .containsEntry("claims{status=pending}", 1.0)
                .containsEntry("claims{status=active}", 2.0)
                .containsEntry(
                        "escrow_units{currency=usd, rail=ledger}", 4.0 * Story.REWARD.units());
    }

    @Test
    void whatHasEndedIsNot() {
        Story story = new Story(guildhall.useCases);
        var submission = story.submission();
        Map<String, Double> before = read(now());

        guildhall.useCases.acceptSubmission.handle(
                new AcceptSubmission.Command(story.poster, submission.id()));

        assertThat(grown(before, read(now())))
                .containsEntry("bounties{status=in_review}", -1.0)
                .containsEntry("claims{status=active}", -1.0)
                .containsEntry(
                        "escrow_units{currency=usd, rail=ledger}", -1.0 * Story.REWARD.units());
    }

    @Test
    void committedEventsWaitUntilTheRelayHasPlacedThem() {
        Story story = new Story(guildhall.useCases);
        place();
        assertThat(read(now())).containsEntry("relay_waiting", 0.0);
        Instant posted = now();
        story.bounty(ClaimPolicy.FIRST_COME);

        Map<String, Double> later = read(posted.plus(Duration.ofMinutes(2)));
        assertThat(later.get("relay_waiting")).isPositive();
        assertThat(later.get("relay_lag_seconds")).isBetween(100.0, 120.0);

        place();
        assertThat(read(now()))
                .containsEntry("relay_waiting", 0.0)
                .containsEntry("relay_lag_seconds", 0.0);
    }

    @Test
    void orderToTheContractIsAsOldAsItIsUntilItIsInABlock() {
        Story story = new Story(guildhall.useCases);
        Instant given = now();
        VaultOrder order =
                VaultOrder.give(
                        new OrderId(guildhall.ports.ids().next()),
                        story.bounty(ClaimPolicy.FIRST_COME).id(),
                        "expire:1",
                        CALL,
                        given.plusSeconds(600),
                        given);
        guildhall.ports.transactions().run(() -> guildhall.ports.vaultOrders().add(order));
        assertThat(orderAge(given)).isZero();
        assertThat(orderAge(given.plusSeconds(7_200))).isBetween(6_599.0, 6_601.0);

        VaultOrder signed = saved(with(order, signed()));
        assertThat(orderAge(given.plusSeconds(7_200))).isBetween(6_599.0, 6_601.0);

        saved(with(signed, mined()));
        assertThat(orderAge(given.plusSeconds(7_200))).isZero();
    }

    @Test
    void frozenBountyIsCountedWhileItsMoneyStandsStill() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty =
                BountyFixture.openBounty(
                        new BountyId(guildhall.ports.ids().next()),
                        story.poster.operator(),
                        terms().onChain().build());
        String hex = Digest.of(bounty.id().toString()).hex();
        WalletAddress wallet = new WalletAddress("0x" + "a1".repeat(20));
        EscrowHold frozen =
                EscrowHold.of(bounty.id(), new OnchainId(hex), wallet, wallet)
                        .funded(new TxHash(hex))
                        .freeze("claimed by two", now());
        double before = frozen();
        guildhall
                .ports
                .transactions()
                .run(() -> {
                    guildhall.ports.bounties().add(bounty);
                    guildhall.ports.escrowHolds().add(frozen);
                });
        assertThat(frozen()).isEqualTo(before + 1);

        guildhall
                .ports
                .transactions()
                .run(() -> guildhall.ports.escrowHolds().save(frozen.ended(new TxHash(hex))));
        assertThat(frozen()).isEqualTo(before);
    }

    private double frozen() {
        return Objects.requireNonNull(read(now()).get("bounties_frozen"));
    }

    @Test
    void comparisonOfBooksIsKnownByWhatItFoundAndByItsAge() {
        Instant start = now();
        guildhall.useCases.admin.watchedBooks.begin();
        Map<String, Double> before = read(start.plus(Duration.ofHours(1)));
        assertThat(before.get("reconciliation_differences{about=account, rail=ledger}")).isNaN();
        assertThat(before).containsEntry("reconciliation_age_seconds{rail=ledger}", 3_600.0);
        Instant night = start.plus(Duration.ofHours(2));

        guildhall
                .ports
                .transactions()
                .run(() ->
                        guildhall
                                .ports
                                .admin()
                                .comparisons()
                                .keep("ledger", Map.of("account", 2L, "sum", 0L), night));

        assertThat(read(night.plus(Duration.ofHours(1))))
                .containsEntry("reconciliation_differences{about=account, rail=ledger}", 2.0)
                .containsEntry("reconciliation_differences{about=sum, rail=ledger}", 0.0)
                .containsEntry("reconciliation_age_seconds{rail=ledger}", 3_600.0)
                .containsEntry("reconciliation_age_seconds{rail=stripe}", 10_800.0);
    }

    private double orderAge(Instant at) {
        return Objects.requireNonNull(read(at).get("chain_order_oldest_seconds"));
    }

    private VaultOrder saved(VaultOrder order) {
        return guildhall.ports.transactions().run(() -> guildhall.ports.vaultOrders().save(order));
    }

    private void place() {
        guildhall
                .ports
                .transactions()
                .run(() -> guildhall.ports.eventStream().place(10_000, now()));
    }

    private Instant now() {
        return guildhall.ports.clock().instant();
    }

    private Map<String, Double> read(Instant at) {
        return figures.names().stream()
                .flatMap(name -> figures.read(name, at, at).stream())
                .collect(
                        Collectors.toMap(
                                figure ->
                                        figure.name()
                                                + (figure.labels().isEmpty()
                                                        ? ""
                                                        : figure.labels().toString()),
                                Figure::value));
    }

    private static Map<String, Double> grown(
            Map<String, Double> before, Map<String, Double> after) {
        return after.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue()
                                                - before.getOrDefault(entry.getKey(), 0.0)));
    }
}
