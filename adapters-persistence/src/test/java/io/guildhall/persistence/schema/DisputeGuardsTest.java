package io.guildhall.persistence.schema;

import static io.guildhall.domain.party.SettledWorkFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.dispute.DisputeStatus.Withdrawn;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceFixture;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Visibility;
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
class DisputeGuardsTest extends SchemaTest {

    private Agent agent;
    private Claim claim;
    private Submission submission;
    private Dispute dispute;

    @BeforeEach
    void disputedWork() {
        agent = agentOf(operator());
        claim = activeClaim(openBounty(operator()), agent);
        submission = submission(claim, 1);
        dispute = dispute(claim, submission.id(), Side.AGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'eaten'",
                "status = 'answered'",
                "status = 'answered', answer_by = NULL",
                "status = 'withdrawn', status_at = now()",
                "status = 'settled', answer_by = NULL, status_at = now()",
                "status = 'timed_out', answer_by = NULL, agent_share_bps = 5000",
                "status = 'ruled', answer_by = NULL, agent_share_bps = 5000",
                "status = 'ruled', answer_by = NULL, agent_share_bps = 5000, ruling_notes = '', ruled_at = now()",
                "answer_by = NULL",
                "status_at = now()",
                "agent_share_bps = 5000",
                "status = 'settled', answer_by = NULL, status_at = now(), agent_share_bps = 10001",
                "status = 'settled', answer_by = NULL, status_at = now(), agent_share_bps = -1",
                "arbiter_id = poster_id",
                "ruling_notes = ''",
                "ruled_at = now()",
                "opened_by = 'arbiter'",
                "decide_by = NULL",
                "poster_evidence = -1",
                "agent_evidence = -1",
                "poster_offer_bps = 5000",
                "agent_offer_id = gen_random_uuid(), agent_offer_at = now()",
                "poster_offer_id = gen_random_uuid(), poster_offer_at = now(), poster_offer_bps = 10001",
                "agent_offer_id = gen_random_uuid(), agent_offer_at = now(), agent_offer_bps = -1",
                "submission_id = '00000000-0000-0000-0000-000000000000'",
                "operator_id = poster_id",
                "version = -1"
            })
    void openDisputeCannotBe(String broken) {
        assertRefused(
                "dispute", "UPDATE dispute SET " + broken + " WHERE id = ?", dispute.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"poster_id", "operator_id"})
    void nobodyRulesOnItsOwnDispute(String party) {
        assertRefused(
                "dispute_arbiter_is_no_party",
                """
                UPDATE dispute SET status = 'ruled', answer_by = NULL, agent_share_bps = 10000,
                    ruling_notes = '', ruled_at = now(), arbiter_id =
                """
                        + party
                        + " WHERE id = ?",
                dispute.id().value());
    }

    @Test
    void sideHasOneDisputeAboutASubmission() {
        withdrawn(dispute);

        assertLosesRace(() -> ports.disputes().add(newDispute(claim, submission.id(), Side.AGENT)));
        unit(() -> ports.disputes().add(newDispute(claim, submission.id(), Side.POSTER)));
    }

    @Test
    void disputeIsAboutWorkOnItsOwnBounty() {
        Claim other = activeClaim(openBounty(operator()), agent);
        Submission others = submission(other, 1);

        assertRefused(
                "dispute_of_claim",
                "UPDATE dispute SET claim_id = ? WHERE id = ?",
                other.id().value(),
                dispute.id().value());
        assertRefused(
                "dispute_of_submission",
                "UPDATE dispute SET submission_id = ? WHERE id = ?",
                others.id().value(),
                dispute.id().value());
    }

    @Test
    void sideHasOneDisputeAboutAClaimWithoutNamingASubmission() {
        withdrawn(dispute);
        withdrawn(dispute(claim, null, Side.AGENT));

        assertLosesRace(() -> ports.disputes().add(newDispute(claim, null, Side.AGENT)));
        unit(() -> ports.disputes().add(newDispute(claim, null, Side.POSTER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'open'",
                "status = 'answered', answer_by = NULL, status_at = now()",
                "status = 'ruled', answer_by = NULL, agent_share_bps = 0, ruling_notes = '', ruled_at = now(),"
                        + " arbiter_id = (SELECT id FROM operator WHERE id NOT IN (poster_id, operator_id) LIMIT 1)"
            })
    void bountyHasOneUndecidedDispute(String undecided) {
        operator();
        unit(() ->
                sql.change(
                        "UPDATE dispute SET " + undecided + " WHERE id = ?", dispute.id().value()));

        assertLosesRace(() -> ports.disputes().add(newDispute(claim, null, Side.POSTER)));
    }

    @Test
    void bountyIsOnlyDisputedByADisputeThatExists() {
        String disputed =
                "UPDATE bounty SET status = 'disputed', dispute_id = ?, status_at = now() WHERE id = ?";

        assertRefused("bounty_dispute_exists", disputed, ids.next(), claim.bounty().value());
        unit(() ->
                assertThat(sql.change(disputed, dispute.id().value(), claim.bounty().value()))
                        .isEqualTo(1));
        assertRefused(
                "bounty_dispute_while_disputed",
                "UPDATE bounty SET dispute_id = NULL WHERE id = ?",
                claim.bounty().value());
        assertRefused(
                "bounty_status_since",
                "UPDATE bounty SET status_at = NULL WHERE id = ?",
                claim.bounty().value());
        assertRefused(
                "bounty_claim_while_taken",
                "UPDATE bounty SET claim_id = NULL WHERE id = ?",
                claim.bounty().value());
    }

    @Test
    void evidenceIsWholeAndNeverChanged() {
        Evidence evidence =
                DisputeFixture.evidence(new EvidenceId(ids.next()), dispute.id(), Side.AGENT);
        unit(() -> ports.disputes().addEvidence(evidence));

        assertAppendOnly("dispute_evidence", "content = 'Else'", "id", evidence.id().value());
        for (String broken :
                List.of(
                        "gen_random_uuid(), given_by, content, attachments",
                        "dispute_id, 'arbiter', content, attachments",
                        "dispute_id, given_by, content, '{}'")) {
            assertRefused(
                    "dispute_evidence",
                    "INSERT INTO dispute_evidence SELECT ?, "
                            + broken
                            + ", given_at FROM dispute_evidence WHERE id = ?",
                    ids.next(),
                    evidence.id().value());
        }
    }

    @Test
    void tracesAreWholeAndNeverChanged() {
        Trace trace = TraceFixture.trace(new TraceId(ids.next()), claim, Visibility.PRIVATE);
        unit(() -> ports.traces().add(trace));

        assertAppendOnly("trace", "visibility = 'public'", "id", trace.id().value());
        for (String broken : List.of("'[]', visibility", "metadata, 'secret'")) {
            assertRefused(
                    "trace",
                    "INSERT INTO trace SELECT ?, bounty_id, claim_id, poster_id, agent_id, operator_id, event, message, "
                            + broken
                            + ", reported_at FROM trace WHERE id = ?",
                    ids.next(),
                    trace.id().value());
        }
    }

    @Test
    void recordsAreKeptOnceAndNeverChanged() {
        SettledWork settled =
                work(Outcome.RULED)
                        .claim(claim.id().value())
                        .poster(claim.parties().poster())
                        .agent(agent.id(), agent.operator())
                        .build();
        unit(() -> ports.trackRecords().add(settled));

        assertAppendOnly("settled_work", "agent_share_bps = 10000", "claim_id", claim.id().value());
        assertRefused(
                "settled_work_pkey",
                "INSERT INTO settled_work SELECT * FROM settled_work WHERE claim_id = ?",
                claim.id().value());
        for (String broken :
                List.of(
                        "'eaten', 0",
                        "outcome, 10001",
                        "outcome, -1",
                        "outcome, agent_share_bps")) {
            assertRefused(
                    "settled_work",
                    "INSERT INTO settled_work SELECT ?, poster_id, agent_id, operator_id, "
                            + broken
                            + ", submit_after_micros, lease_micros, reviewed_after_micros, review_window_micros, settled_at"
                            + " FROM settled_work WHERE claim_id = ?",
                    ids.next(),
                    claim.id().value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"false, 1", "true, -1", "true, 1), (true, 2"})
    void clockIsAheadByOneOffset(String broken) {
        assertRefused("clock_offset", "INSERT INTO clock_offset VALUES (" + broken + ")");
    }

    private void assertAppendOnly(String table, String change, String key, UUID id) {
        String never = "What is kept as " + table + " is never changed";
        assertRefused(never, "UPDATE " + table + " SET " + change + " WHERE " + key + " = ?", id);
        assertRefused(never, "DELETE FROM " + table + " WHERE " + key + " = ?", id);
        assertRefused(never, "TRUNCATE " + table);
        assertRefused(never, "TRUNCATE " + table + " CASCADE");
    }

    private void withdrawn(Dispute filed) {
        unit(() ->
                ports.disputes().save(DisputeFixture.with(filed, new Withdrawn(clock.instant()))));
    }
}
