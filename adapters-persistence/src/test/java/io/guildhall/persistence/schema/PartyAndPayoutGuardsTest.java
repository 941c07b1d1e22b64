package io.guildhall.persistence.schema;

import static io.guildhall.domain.money.MoneyFixture.usd;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.submission.Submission;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PartyAndPayoutGuardsTest extends SchemaTest {

    private Operator bob;
    private Agent agent;
    private Claim claim;
    private Payout payout;

    @BeforeEach
    void payout() {
        bob = operator();
        agent = agentOf(bob);
        claim = activeClaim(openBounty(operator()), agent);
        payout = payoutFor(submission(claim, 1));
        unit(() -> ports.payouts().add(payout));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source = 'gift'",
                "source = 'withdrawal'",
                "source = 'ruling'",
                "source = 'ruling', submission_id = NULL",
                "submission_id = NULL",
                "bounty_id = NULL",
                "agent_id = NULL",
                "gross_units = 0",
                "fee_units = -1",
                "fee_units = 501",
                "currency = 'eur'",
                "rail = 'pigeon'",
                "stage = 'eaten'",
                "stage = 'sending'",
                "stage = 'completed', stage_at = now()",
                "stage = 'failed'",
                "stage = 'blocked', stage_at = now(), reason = 'why'",
                "stage = 'blocked', stage_at = now(), due_at = NULL, reason = 'why', next_action = 'wait'",
                "stage = 'returned', stage_at = now(), reason = 'why'",
                "stage = 'returned', stage_at = now(), due_at = NULL",
                "stage = 'returned', due_at = NULL, reason = 'why'",
                "unanswered_since = now()",
                "unanswered_since = now(), delay_told = false",
                "delay_told = false",
                "due_at = NULL",
                "stage_at = now()",
                "reason = 'why'",
                "next_action = 'wait'",
                "attempts = -1"
            })
    void pendingPayoutCannotBe(String broken) {
        assertRefused(
                "payout", "UPDATE payout SET " + broken + " WHERE id = ?", payout.id().value());
    }

    @Test
    void submissionIsPaidOnce() {
        assertPaidOnce(payout);
    }

    @Test
    void bountyIsPaidOnceHoweverManySubmissionsItHas() {
        Payout another = payoutFor(submission(claim, 2));

        assertLosesRace(() -> ports.payouts().add(another));
    }

    @Test
    void disputeIsPaidOnce() {
        Claim disputed = activeClaim(openBounty(operator()), agent);
        Payout paid =
                Payout.forDispute(
                        new PayoutId(ids.next()),
                        dispute(disputed, null, Side.POSTER),
                        usd(500),
                        usd(50),
                        io.guildhall.domain.payout.Rail.LEDGER,
                        clock.instant());
        unit(() -> ports.payouts().add(paid));

        assertPaidOnce(paid);
    }

    @Test
    void payeeIsTheAgentsOwnOperator() {
        assertRefused(
                "payout_agent_of_payee",
                "UPDATE payout SET payee_id = ? WHERE id = ?",
                operator().id().value(),
                payout.id().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'eaten'",
                "status = 'suspended'",
                "status_at = now()",
                "version = -1",
                "name = NULL"
            })
    void activeAgentCannotBe(String broken) {
        assertRefused("agent", "UPDATE agent SET " + broken + " WHERE id = ?", agent.id().value());
    }

    @Test
    void operatorHasKnownRolesOnly() {
        assertRefused(
                "operator",
                "UPDATE operator SET roles = ARRAY ['king'] WHERE id = ?",
                bob.id().value());
    }

    @Test
    void credentialIsOfAnAgentOfItsOperator() {
        assertRefused(
                "credential_agent_of_operator",
                """
                INSERT INTO credential (id, operator_id, agent_id, hash, key_start, key_end, created_at)
                VALUES (?, ?, ?, repeat('a', 64), '', 'wxyz', now())
                """,
                ids.next(),
                operator().id().value(),
                agent.id().value());
        assertRefused(
                "credential_hash_check",
                """
                INSERT INTO credential (id, operator_id, hash, key_start, key_end, created_at)
                VALUES (?, ?, 'the key itself', '', 'wxyz', now())
                """,
                ids.next(),
                bob.id().value());
    }

    /** Its bounty's index would refuse it too, and is taken away until the unit is undone. */
    private void assertPaidOnce(Payout paid) {
        assertLosesRace(() -> {
            sql.change("DROP INDEX payout_one_per_bounty");
            sql.change(
                    """
                    INSERT INTO payout SELECT ?, source, submission_id, bounty_id, agent_id, payee_id,
                        gross_units, fee_units, currency, rail, stage, stage_at, due_at, reason,
                        next_action, attempts, created_at, updated_at, version, dispute_id
                    FROM payout WHERE id = ?
                    """,
                    ids.next(),
                    paid.id().value());
        });
    }

    private Payout payoutFor(Submission accepted) {
        return Payout.forSubmission(
                new PayoutId(ids.next()),
                accepted,
                usd(500),
                FeeTerms.STANDARD,
                io.guildhall.domain.payout.Rail.LEDGER,
                clock.instant());
    }
}
