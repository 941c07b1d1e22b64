package io.guildhall.persistence.pullrequest;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.pullrequest.HandIn;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequest.Seen;
import io.guildhall.domain.pullrequest.TrackingStatus;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.pullrequest.TrackingStatus.Done;
import io.guildhall.domain.pullrequest.TrackingStatus.Loose;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where each part of a followed pull request stands in its row. */
final class PullRequestMapping {

    static final List<String> NAME = List.of("repository", "number");

    static final List<String> STATE =
            List.of(
                    "status",
                    "bounty_id",
                    "claim_id",
                    "done_at",
                    "known_before",
                    "seen_stage",
                    "seen_head",
                    "seen_held",
                    "seen_named",
                    "seen_at",
                    "seen_passed_since",
                    "hand_in_submission_id",
                    "hand_in_head",
                    "hand_in_merged",
                    "hand_in_at",
                    "hand_in_heard_until",
                    "hand_in_closed",
                    "asked_at",
                    "due_at",
                    "failures",
                    "updated_at");

    private PullRequestMapping() {}

    static List<@Nullable Object> name(PullRequestName name) {
        return Arrays.asList(name.repository().toString(), name.number());
    }

    static List<@Nullable Object> state(TrackedPullRequest tracked) {
        Work work = work(tracked.status());
        Seen seen = tracked.seen();
        HandIn handIn = tracked.handIn();
        return Arrays.asList(
                tracked.status().word(),
                work.bounty() == null ? null : work.bounty().value(),
                work.claim() == null ? null : work.claim().value(),
                tracked.status() instanceof Done(var _, var _, var at) ? at : null,
                tracked.knownBefore(),
                seen == null ? null : Words.of(seen.stage()),
                seen == null ? null : seen.head(),
                seen == null ? null : seen.held().stream().map(Proof::word).toList(),
                seen == null ? null : seen.named().stream().map(String::valueOf).toList(),
                seen == null ? null : seen.at(),
                seen == null ? null : seen.passedSince(),
                handIn == null ? null : handIn.submission().value(),
                handIn == null ? null : handIn.head(),
                handIn == null ? null : handIn.merged(),
                handIn == null ? null : handIn.at(),
                handIn == null ? null : handIn.heardUntil(),
                handIn == null ? null : handIn.closed(),
                tracked.askedAt(),
                tracked.dueAt(),
                tracked.failures(),
                tracked.updatedAt());
    }

    static TrackedPullRequest read(Row row) throws SQLException {
        return new TrackedPullRequest(
                new PullRequestName(
                        RepositoryName.of(row.text("repository")).orElseThrow(),
                        row.integer("number")),
                readStatus(row),
                row.flag("known_before"),
                readSeen(row),
                readHandIn(row),
                row.instantOrNull("asked_at"),
                row.instantOrNull("due_at"),
                row.integer("failures"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private record Work(@Nullable BountyId bounty, @Nullable ClaimId claim) {}

    private static Work work(TrackingStatus status) {
        return switch (status) {
            case Loose _ -> new Work(null, null);
            case Assigned(var bounty, var claim) -> new Work(bounty, claim);
            case Done(var bounty, var claim, var _) -> new Work(bounty, claim);
        };
    }

    private static TrackingStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "loose" -> new Loose();
            case "assigned" -> new Assigned(bounty(row), claim(row));
            case "done" -> new Done(bounty(row), claim(row), row.instant("done_at"));
            default -> throw new IllegalStateException("No status " + word);
        };
    }

    private static @Nullable Seen readSeen(Row row) throws SQLException {
        return row.textOrNull("seen_stage") == null
                ? null
                : new Seen(
                        Words.parse(Stage.class, row.text("seen_stage")),
                        row.text("seen_head"),
                        row.texts("seen_held").stream()
                                .map(word -> Words.parse(Proof.class, word))
                                .collect(Collectors.toSet()),
                        row.texts("seen_named").stream()
                                .map(Integer::valueOf)
                                .collect(Collectors.toSet()),
                        row.instant("seen_at"),
                        row.instantOrNull("seen_passed_since"));
    }

    private static @Nullable HandIn readHandIn(Row row) throws SQLException {
        return row.uuidOrNull("hand_in_submission_id") == null
                ? null
                : new HandIn(
                        new SubmissionId(row.uuid("hand_in_submission_id")),
                        row.text("hand_in_head"),
                        row.flag("hand_in_merged"),
                        row.instant("hand_in_at"),
                        row.instant("hand_in_heard_until"),
                        row.flag("hand_in_closed"));
    }

    private static BountyId bounty(Row row) throws SQLException {
        return new BountyId(row.uuid("bounty_id"));
    }

    private static ClaimId claim(Row row) throws SQLException {
        return new ClaimId(row.uuid("claim_id"));
    }
}
