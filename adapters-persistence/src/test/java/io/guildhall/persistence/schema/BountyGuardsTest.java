package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class BountyGuardsTest extends SchemaTest {

    private Agent agent;
    private Bounty open;
    private Claim active;
    private Submission submission;

    @BeforeEach
    void market() {
        agent = agentOf(operator());
        open = openBounty(operator());
        active = activeClaim(openBounty(operator()), agent);
        submission = submission(active, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'eaten'",
                "status = 'claimed'",
                "status = 'awaiting_funding'",
                "status = 'disputed', status_at = now()",
                "status = 'completed'",
                "status = 'cancelled', status_at = now()",
                "status = 'awaiting_funding', fund_by = now()",
                "fund_by = now()",
                "opened_at = NULL",
                "status_at = now()",
                "cancel_reason = 'because'",
                "dispute_id = '00000000-0000-0000-0000-000000000000'",
                "submission_id = '00000000-0000-0000-0000-000000000000'",
                "reward_units = 0",
                "reward_units = -1",
                "currency = 'eur'",
                "claim_policy = 'lottery'",
                "rail = 'pigeon'",
                "fee_basis_points = 10001",
                "fee_basis_points = -1",
                "claim_ttl_seconds = 0",
                "review_window_seconds = 0",
                "min_reputation = -1",
                "min_reputation = 101",
                "quality_gate = NULL",
                "stake_bps = -1",
                "stake_bps = 10001",
                "last_fence = -1",
                "version = -1",
                "poster_id = '00000000-0000-0000-0000-000000000000'",
                "title = NULL"
            })
    void openBountyCannotBe(String broken) {
        assertRefused("bounty", "UPDATE bounty SET " + broken + " WHERE id = ?", open.id().value());
    }

    @Test
    void bountyIsOnlyClaimedByAClaimThatExists() {
        assertRefused(
                "bounty_claim_exists",
                "UPDATE bounty SET status = 'claimed', claim_id = ? WHERE id = ?",
                ids.next(),
                open.id().value());
        assertRefused(
                "bounty_submission_exists",
                "UPDATE bounty SET status = 'in_review', claim_id = ?, submission_id = ? WHERE id = ?",
                active.id().value(),
                ids.next(),
                open.id().value());
        assertRefused(
                "bounty_claim_while_taken",
                "UPDATE bounty SET claim_id = ? WHERE id = ?",
                active.id().value(),
                open.id().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'eaten'",
                "status = 'pending'",
                "status = 'fulfilled'",
                "lease = NULL",
                "lease = 'frozen'",
                "lease = 'paused'",
                "lease = 'held', lease_stopped_at = now()",
                "lease = 'held', lease_spent = false",
                "lease = 'retrying'",
                "lease_retry_by = now()",
                "lease = 'spent', lease_retry_by = now()",
                "lease = 'held', lease_stopped_at = now(), lease_spent = true, lease_retry_by = now()",
                "lease_stopped_at = now()",
                "lease_spent = true",
                "lease_ends_at = NULL",
                "claimed_at = NULL",
                "reason = 'because'",
                "status_at = now()",
                "fence = 0",
                "fence = -1",
                "submissions = -1",
                "stake_units = -1",
                "proposed_reward_units = 0",
                "currency = 'eur'",
                "currency = NULL"
            })
    void activeClaimCannotBe(String broken) {
        assertRefused("claim", "UPDATE claim SET " + broken + " WHERE id = ?", active.id().value());
    }

    @Test
    void workInReviewNamesItsSubmission() {
        assertRefused(
                "bounty_submission_while_judged",
                "UPDATE bounty SET status = 'in_review' WHERE id = ?",
                active.bounty().value());
    }

    @Test
    void claimThatIsNotActiveHasNoStake() {
        Claim pending = pendingClaim(open, agent);

        assertRefused(
                "claim_stake_while_active",
                "UPDATE claim SET stake_units = 1 WHERE id = ?",
                pending.id().value());
    }

    @Test
    void bountyHasOneActiveClaim() {
        Agent other = agentOf(operator());

        assertLosesRace(() -> copy(active, other));
    }

    @Test
    void agentHasOneLiveClaimOnABounty() {
        Claim pending = pendingClaim(open, agent);

        assertLosesRace(() -> copy(pending, agent));
    }

    @Test
    void claimNamesItsAgentsOwnOperator() {
        assertRefused(
                "claim_agent_of_operator",
                "UPDATE claim SET operator_id = ? WHERE id = ?",
                operator().id().value(),
                active.id().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'eaten'",
                "status = 'accepted'",
                "status = 'received', review_by = NULL",
                "status = 'received', review_by = NULL, judge_by = now(), verdict = '{}'",
                "status = 'gate_failed', review_by = NULL, status_at = now(), verdict = '{}'",
                "status = 'gate_failed', review_by = NULL, status_at = now(), resubmit_by = now()",
                "status = 'gate_failed_final', review_by = NULL, status_at = now()",
                "judge_by = now()",
                "judge_taken_until = now()",
                "resubmit_by = now()",
                "resubmission = NULL",
                "status = 'accepted', review_by = NULL, status_at = now()",
                "status = 'accepted', review_by = NULL, status_at = now(), acceptance = 'god'",
                "status = 'accepted', review_by = NULL, status_at = now(), acceptance = 'time', held_since = now()",
                "acceptance = 'poster'",
                "status = 'rejected', review_by = NULL, status_at = now()",
                "review = '{}'",
                "status_at = now()",
                "review_by = NULL",
                "round = 0",
                "fence = 0",
                "claim_id = '00000000-0000-0000-0000-000000000000'"
            })
    void submissionUnderReviewCannotBe(String broken) {
        assertRefused(
                "submission",
                "UPDATE submission SET " + broken + " WHERE id = ?",
                submission.id().value());
    }

    @Test
    void claimHasOneSubmissionInEachRound() {
        assertRefused(
                "submission_one_per_round",
                """
                INSERT INTO submission SELECT ?, bounty_id, claim_id, poster_id, agent_id, operator_id,
                    fence, round, content, deliverables, status, review_by, status_at, review,
                    created_at, updated_at, version, held_since, acceptance, resubmission
                FROM submission WHERE id = ?
                """,
                ids.next(),
                submission.id().value());
    }

    @Test
    void submissionIsOfItsClaimsBountyAndAgent() {
        Claim other = activeClaim(open, agentOf(operator()));

        assertOfNoOther("claim_id", other.id().value());
        assertOfNoOther("bounty_id", other.bounty().value());
        assertOfNoOther("agent_id", other.parties().agent().value());
    }

    private void assertOfNoOther(String part, UUID others) {
        assertRefused(
                "submission_of_claim",
                "UPDATE submission SET " + part + " = ? WHERE id = ?",
                others,
                submission.id().value());
    }

    @Test
    void nobodyWorksForItself() {
        assertRefused(
                "claim_not_of_its_poster",
                "UPDATE claim SET poster_id = operator_id WHERE id = ?",
                active.id().value());
    }

    @Test
    void whatOthersReferToStays() {
        for (String removal :
                List.of("DELETE FROM agent WHERE id = ?", "DELETE FROM operator WHERE id = ?")) {
            UUID id = removal.contains("agent") ? agent.id().value() : agent.operator().value();
            assertRefused("violates foreign key constraint", removal, id);
        }
    }

    @Test
    void editedWordsAreWhatIsFound() {
        String word = "w" + open.id().toString().replace("-", "");
        BountyTerms edited =
                new BountyChange(
                                word, null, null, null, null, null, null, null, null, null, null,
                                null, null, null, null)
                        .appliedTo(open.terms());
        unit(() -> {
            Bounty read = ports.bounties().find(open.id()).orElseThrow();
            ports.bounties().save(withTerms(read, edited));
        });

        assertThat(ports.bounties().find(open.id()).orElseThrow().terms()).isEqualTo(edited);
        assertThat(
                        sql.exists(
                                "SELECT FROM bounty_text WHERE words @@ to_tsquery('english', ?)",
                                word))
                .isTrue();
    }

    @Test
    void claimingDoesNotWriteTheBountysWordsAgain() {
        String before = versionOfWords(open);

        activeClaim(open, agent);

        assertThat(versionOfWords(open)).isEqualTo(before);
    }

    private static Bounty withTerms(Bounty bounty, BountyTerms terms) {
        return new Bounty(
                bounty.id(),
                bounty.poster(),
                terms,
                bounty.fees(),
                bounty.status(),
                bounty.lastFence(),
                bounty.createdAt(),
                bounty.openedAt(),
                bounty.updatedAt(),
                bounty.version());
    }

    private void copy(Claim claim, Agent by) {
        sql.change(
                """
                INSERT INTO claim SELECT ?, bounty_id, poster_id, ?, ?, cover_letter, status, lapses_at,
                    claimed_at, lease, lease_ends_at, lease_stopped_at, status_at, reason, fence,
                    submissions, created_at, updated_at, version, currency, proposed_reward_units,
                    stake_units, lease_spent
                FROM claim WHERE id = ?
                """,
                ids.next(),
                by.id().value(),
                by.operator().value(),
                claim.id().value());
    }

    private String versionOfWords(Bounty bounty) {
        return sql.first(
                        "SELECT xmin::text AS changed_by FROM bounty_text WHERE bounty_id = ?",
                        row -> row.text("changed_by"),
                        bounty.id().value())
                .orElseThrow();
    }
}
