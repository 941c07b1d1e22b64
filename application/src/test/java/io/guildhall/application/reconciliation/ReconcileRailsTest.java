package io.guildhall.application.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.application.reconciliation.ReconcileRails.Report;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconcileRailsTest {

    private static final ComparedBooks SOUND =
            new ComparedBooks("sound", List.of("escrow"), () -> new Findings(7, 1, List.of()));
    private static final Difference WRONG = new Difference("escrow", "escrow", "100", "90");
    private static final ComparedBooks UNSOUND =
            new ComparedBooks(
                    "unsound", List.of("escrow"), () -> new Findings(2, 0, List.of(WRONG)));

    private final Market market = new Market();
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));

    @Test
    void soundBooksAgree() {
        Report report = market.use.admin.reconcileRails.handle(command());

        assertThat(report.rails()).extracting(ReconcileRails.Rail::name).contains("ledger");
        assertThat(report.rails().getFirst().agrees()).isTrue();
    }

    @Test
    void railThatCannotBeReachedKeepsTheOthersFromNothing() {
        ComparedBooks away =
                new ComparedBooks(
                        "away",
                        List.of("escrow"),
                        () -> {
                            throw new RefusedException(new ChainUnavailable("no node answers"));
                        });

        Report report = reconcile(SOUND, away, UNSOUND);

        assertThat(report.agrees()).isFalse();
        assertThat(report.rails().get(0).agrees()).isTrue();
        assertThat(report.rails().get(1).findings()).isNull();
        assertThat(report.rails().get(1).trouble()).isNotBlank();
        assertThat(report.rails().get(2).findings()).isNotNull();
        assertThat(
                        market.guildhall
                                .auditLog
                                .search(AuditFilter.ALL, PageRequest.first(1))
                                .items()
                                .getFirst()
                                .after())
                .isEqualTo(
                        Map.of(
                                "sound", "agrees",
                                "away", "not compared",
                                "unsound", "1 differences"));
    }

    @Test
    void ledgerThatDoesNotAddUpIsTold() {
        var proof =
                new LedgerProof(
                        market.guildhall.clock.instant(),
                        List.of(
                                new LedgerProof.Total(
                                        Account.Kind.OPERATOR_AVAILABLE, Currency.USD, 1, 5)),
                        3,
                        List.of(new LedgerProof.Difference("operator:x:available:usd", 5, 4)));

        Findings findings = LedgerBooks.of(() -> proof).comparison().get();

        assertThat(findings.compared()).isEqualTo(3);
        assertThat(findings.differences())
                .containsExactly(
                        new Difference("account", "account operator:x:available:usd", "5", "4"),
                        new Difference("sum", "all accounts in usd", "5", "0"));
    }

    private Report reconcile(ComparedBooks... rails) {
        return new ReconcileRails(
                        market.guildhall.transactions,
                        new WatchedBooks(
                                market.guildhall.transactions,
                                market.guildhall.comparisons,
                                List.of(rails),
                                market.guildhall.clock),
                        new Audit(
                                market.guildhall.auditLog,
                                market.guildhall.ids,
                                market.guildhall.clock),
                        market.guildhall.clock)
                .handle(command());
    }

    private ReconcileRails.Command command() {
        return new ReconcileRails.Command(Mandates.of(admin));
    }
}
