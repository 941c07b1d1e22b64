package io.guildhall.application.inmemory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Submissions in memory, with the uniqueness that a database would enforce. */
public final class InMemorySubmissions implements Submissions {

    private static final Comparator<SubmissionId> BY_ID =
            Comparator.<SubmissionId, UUID>comparing(SubmissionId::value, Rows.BY_BYTES);

    private final Rows<SubmissionId, Submission> rows;

    public InMemorySubmissions(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Submission> find(SubmissionId id) {
        return rows.find(id);
    }

    @Override
    public List<Submission> ofClaim(ClaimId claim) {
        return rows.where(submission -> submission.claim().equals(claim)).stream()
                .sorted(Comparator.comparingInt(Submission::round))
                .toList();
    }

    @Override
    public Page<Submission> onBounty(
            BountyId bounty, Caller viewer, Set<ClaimId> shown, PageRequest page) {
        return rows.newestFirst(
                        submission ->
                                submission.bounty().equals(bounty)
                                        && (submission.parties().includes(viewer)
                                                || shown.contains(submission.claim())),
                        submission -> submission.id().value(),
                        page)
                .upTo(PAGE_BYTES_MAX, InMemorySubmissions::bytes);
    }

    private static long bytes(Submission submission) {
        return submission.work().content().getBytes(UTF_8).length;
    }

    @Override
    public List<Submission> before(Submission submission, int limit) {
        return rows.where(found -> found.bounty().equals(submission.bounty())).stream()
                .filter(found -> BY_ID.compare(found.id(), submission.id()) < 0)
                .sorted(Comparator.comparing(Submission::id, BY_ID).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<SubmissionId> toBeJudged(Instant now, int limit) {
        return rows.where(found -> waits(found.status(), now)).stream()
                .sorted(Comparator.comparing(found -> Objects.requireNonNull(found.timer()).at()))
                .map(Submission::id)
                .limit(limit)
                .toList();
    }

    private static boolean waits(SubmissionStatus status, Instant now) {
        return status instanceof Received(var _, var takenUntil)
                && (takenUntil == null || !now.isBefore(takenUntil));
    }

    @Override
    public void add(Submission submission) {
        boolean roundIsTaken =
                rows.any(other ->
                        other.claim().equals(submission.claim())
                                && other.round() == submission.round());
        if (roundIsTaken) {
            throw new LostRace("round " + submission.round() + " of claim " + submission.claim());
        }
        rows.add(submission.id(), submission);
    }

    @Override
    public Submission save(Submission submission) {
        if (rows.find(submission.id()).orElseThrow().version() != submission.version()) {
            throw new LostRace("submission " + submission.id());
        }
        Submission saved = submission.atVersion(submission.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Submission> all() {
        return rows.where(_ -> true);
    }
}
