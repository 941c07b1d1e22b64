package io.guildhall.persistence.schema;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PullRequestGuardsTest extends SchemaTest {

    private static final String SET = "UPDATE tracked_pull_request SET ";

    @ParameterizedTest
    @CsvSource({
        "tracked_pull_request_of_a_claim_unless_loose, status = 'assigned'",
        "tracked_pull_request_done_at, done_at = now()",
        "tracked_pull_request_seen_whole, seen_stage = 'open'",
        "tracked_pull_request_passed_was_seen, seen_passed_since = now()",
        "tracked_pull_request_hand_in_whole, hand_in_head = 'abc'",
        "tracked_pull_request_taken_is_due_again, 'due_at = NULL, taken_until = now()'",
        "tracked_pull_request_failures_check, failures = -1",
        "tracked_pull_request_number_check, number = 0",
        "tracked_pull_request_repository_check, repository = 'Org/Repo'"
    })
    void pullRequestIsWhole(String constraint, String change) {
        TrackedPullRequest found = added(1);

        assertRefused(
                constraint,
                SET + change + " WHERE repository = ? AND number = ?",
                found.name().repository().toString(),
                found.name().number());
    }

    @ParameterizedTest
    @CsvSource({
        "tracked_pull_request_seen_stage_check, asleep, {}",
        "tracked_pull_request_seen_held_check, open, {manual}"
    })
    void whatWasSeenIsInItsWords(String constraint, String stage, String held) {
        TrackedPullRequest found = added(1);

        assertRefused(
                constraint,
                SET
                        + "seen_stage = ?, seen_head = '', seen_held = CAST(? AS text[]),"
                        + " seen_named = '{}', seen_at = now() WHERE repository = ? AND number = ?",
                stage,
                held,
                found.name().repository().toString(),
                found.name().number());
    }

    @Test
    void claimHasOneThatIsAssigned() {
        Claim claim = activeClaim(openBounty(operator()), agentOf(operator()));
        TrackedPullRequest first = added(1);
        TrackedPullRequest second = added(2);
        String assign =
                SET
                        + "status = 'assigned', bounty_id = ?, claim_id = ?"
                        + " WHERE repository = ? AND number = ?";
        unit(() ->
                sql.change(
                        assign,
                        claim.bounty().value(),
                        claim.id().value(),
                        first.name().repository().toString(),
                        1));

        assertLosesRace(() ->
                sql.change(
                        assign,
                        claim.bounty().value(),
                        claim.id().value(),
                        second.name().repository().toString(),
                        2));
    }

    @Test
    void verificationIsOfKnownProofsAndOfAnIssue() {
        Bounty ofIssue = openBounty(operator());
        Bounty bounty = openBounty(operator(), TermsFixture.terms().issueUrl(null).build());
        String change = "UPDATE bounty SET verification = CAST(? AS text[]) WHERE id = ?";

        assertRefused("bounty_verification_words", change, "{}", ofIssue.id().value());
        assertRefused("bounty_verification_words", change, "{merge,luck}", ofIssue.id().value());
        assertRefused("bounty_verification_of_an_issue", change, "{merge}", bounty.id().value());
    }

    private TrackedPullRequest added(int number) {
        RepositoryName repository = new RepositoryName("org", ids.next().toString());
        TrackedPullRequest found =
                TrackedPullRequest.found(new PullRequestName(repository, number), clock.instant())
                        .looked(null, null, clock.instant());
        unit(() -> ports.trackedPullRequests().add(found));
        return found;
    }
}
