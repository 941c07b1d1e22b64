package io.guildhall.persistence.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks at every statement in turn of accepting work and paying for it. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class AcceptAndPayFaultTest {

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    @SuppressWarnings("NullAway.Init") // The test resource puts it in.
    Cable cable;

    @BeforeEach
    void cableIsWhole() {
        cable.mend();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledWhereverTheCableBreaks(Cable.Side side) {
        List<Integer> unknown = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        int statement = 0;
        while (true) {
            Story story = new Story(guildhall.useCases);
            Submission submission = story.submission();
            cable.breakAt(++statement, side);
            Optional<StorageUnavailable> refusal = refusal(story, submission);
            if (!cable.broke()) {
                assertThat(refusal).isEmpty();
                break;
            }
            if (refusal.orElseThrow().mayBeKept()) {
                unknown.add(statement);
            }
            cable.mend();

            if (accept(story, submission).replayed()) {
                kept.add(statement);
            }

            assertPaidOnce(story, submission);
        }

        int commit = statement - 1;
        assertThat(commit).isGreaterThan(13);
        assertThat(unknown).containsExactly(commit);
        assertThat(kept).isEqualTo(side == Cable.Side.AFTER ? List.of(commit) : List.of());
    }

    private Optional<StorageUnavailable> refusal(Story story, Submission submission) {
        try {
            accept(story, submission);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of((StorageUnavailable) e.error());
        }
    }

    /** As a door does it, under an Idempotency-Key. */
    private Answer accept(Story story, Submission submission) {
        var scope = new Scope("operator:" + story.poster.operator(), "POST /accept", "key");
        return guildhall.useCases.onceOnly.answer(
                scope,
                submission.id().toString(),
                () -> {
                    Submission accepted =
                            guildhall.useCases.acceptSubmission.handle(
                                    new AcceptSubmission.Command(story.poster, submission.id()));
                    String body = accepted.status().word();
                    return new Answer(200, body, body, false);
                });
    }

    private void assertPaidOnce(Story story, Submission submission) {
        Bounty bounty = guildhall.ports.bounties().find(submission.bounty()).orElseThrow();
        assertThat(bounty.status()).isInstanceOf(BountyStatus.Paid.class);
        assertThat(guildhall.ports.claims().find(submission.claim()).orElseThrow().status())
                .isInstanceOf(ClaimStatus.Fulfilled.class);
        assertThat(guildhall.ports.submissions().find(submission.id()).orElseThrow().status())
                .isInstanceOf(SubmissionStatus.Accepted.class);

        List<Payout> payouts =
                guildhall.ports.payouts().of(story.worker, PageRequest.first(10)).items();
        assertThat(payouts).hasSize(1);
        assertThat(payouts.getFirst().stage()).isInstanceOf(PayoutStage.Completed.class);

        assertThat(spendable(Account.available(story.worker.operator(), Currency.USD)))
                .isEqualTo(Story.NET);
        assertThat(spendable(Account.escrow(bounty.id(), bounty.poster(), Currency.USD)))
                .isEqualTo(Money.zero(Currency.USD));
        LedgerProof proof = guildhall.ports.ledger().prove();
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.balances()).isTrue();

        assertThat(
                        sql.list(
                                "SELECT kind FROM outbox WHERE story_id = ? ORDER BY position",
                                row -> row.text("kind"),
                                bounty.id().value()))
                .containsExactly(
                        "bounty.posted",
                        "bounty.funded",
                        "bounty.opened",
                        "claim.created",
                        "claim.approved",
                        "submission.created",
                        "submission.accepted",
                        "payout.completed");
    }

    private Money spendable(Account account) {
        return guildhall.ports.ledger().spendable(account);
    }
}
