package io.guildhall.domain.pullrequest;

import static io.guildhall.domain.shared.Decision.accept;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every state of a followed pull request against every command. */
class TrackedPullRequestStatesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final BountyId BOUNTY = new BountyId(new UUID(1, 1));
    private static final ClaimId CLAIM = new ClaimId(new UUID(1, 2));
    private static final ClaimId ANOTHER = new ClaimId(new UUID(1, 3));
    private static final HandIn HAND_IN =
            new HandIn(
                    new SubmissionId(new UUID(1, 4)),
                    PullRequestFixture.HEAD,
                    false,
                    NOW,
                    Instant.EPOCH,
                    false);

    private static final TrackedPullRequest LOOSE =
            TrackedPullRequest.found(new PullRequestName(PullRequestFixture.REPOSITORY, 17), NOW);
    private static final TrackedPullRequest ASSIGNED =
            LOOSE.assign(BOUNTY, CLAIM, true, NOW).orThrow().state();
    private static final TrackedPullRequest HANDED_IN =
            ASSIGNED.handIn(HAND_IN, NOW).orThrow().state();
    private static final TrackedPullRequest DONE = HANDED_IN.finish(NOW).orThrow().state();

    private static final String EXPECTED =
            """
            found:
              nothing -> loose
            looked:
              loose -> loose
              assigned, handed_in -> assigned
              done -> done
            failed:
              loose -> loose
              assigned, handed_in -> assigned
              done -> done
            assign:
              loose, assigned, handed_in, done -> assigned
            assign another:
              loose, done -> assigned
              assigned, handed_in !! pull_request_taken
            handIn:
              assigned, handed_in -> assigned
              loose, done !! pull_request_wrong_state
            sendBack:
              handed_in -> assigned
              loose, assigned, done !! pull_request_wrong_state
            turnDown:
              handed_in -> assigned
              loose, assigned, done !! pull_request_wrong_state
            giveWay:
              assigned, handed_in -> loose
              loose, done !! pull_request_wrong_state
            finish:
              assigned, handed_in -> done
              loose, done !! pull_request_wrong_state
            """;

    private final StateMatrix<TrackedPullRequest> matrix =
            new StateMatrix<>(TrackedPullRequest.class, found -> found.status().word())
                    .state("loose", LOOSE)
                    .state("assigned", ASSIGNED)
                    .state("assigned handed_in", HANDED_IN)
                    .state("done", DONE)
                    .creation("found", () -> accept(TrackedPullRequest.found(LOOSE.name(), NOW)))
                    .command("looked", found -> accept(found.looked(null, NOW, NOW)))
                    .command("failed", found -> accept(found.failed(null, NOW)))
                    .command("assign", found -> found.assign(BOUNTY, CLAIM, true, NOW))
                    .command("assign another", found -> found.assign(BOUNTY, ANOTHER, true, NOW))
                    .command("handIn", found -> found.handIn(HAND_IN, NOW))
                    .command("sendBack", found -> found.sendBack(NOW, NOW))
                    .command("turnDown", found -> found.turnDown(NOW))
                    .command("giveWay", found -> found.giveWay(NOW))
                    .command("finish", found -> found.finish(NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(found -> Stream.of(found.status()), TrackingStatus.class);
        matrix.assertAnswers(EXPECTED.replace("handed_in", "assigned handed_in"));
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/pull-request.md",
                matrix.page("The life of a followed pull request", "TrackedPullRequestStatesTest"));
    }
}
