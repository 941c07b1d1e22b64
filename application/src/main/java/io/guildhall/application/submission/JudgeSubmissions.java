package io.guildhall.application.submission;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.quality.GateCase;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the judge outside about what lies with the gate, one submission after the other. That one is
 * being asked is stored before the call, so that no other replica asks too, and the verdict after
 * it, each in a unit of work of its own. Where the judge has no answer the built-in scorer gives
 * one, at once; where a worker dies, time brings that about.
 */
public final class JudgeSubmissions {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Submissions submissions;
    private final JudgedWork judgedWork;
    private final QualityGate gate;
    private final BuiltInScorer scorer;

    public JudgeSubmissions(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            JudgedWork judgedWork,
            QualityGate gate,
            BuiltInScorer scorer) {
        this.context = context;
        this.bounties = bounties;
        this.submissions = submissions;
        this.judgedWork = judgedWork;
        this.gate = gate;
        this.scorer = scorer;
    }

    /**
     * @param taken the submission as it was reserved; only a verdict on this version of it counts
     */
    private record Taken(Submission taken, GateCase gateCase) {}

    /**
     * @param limit how many are taken at most
     * @return how many were taken; as many as {@code limit} means that more may wait
     */
    public int handle(int limit) {
        int judged = 0;
        for (SubmissionId id : submissions.toBeJudged(context.clock().instant(), limit)) {
            Optional<Taken> taken = context.transactions().run(() -> take(id));
            if (taken.isPresent()) {
                record(taken.get(), ask(taken.get().gateCase()));
                judged++;
            }
        }
        return judged;
    }

    /** Empty when somebody else keeps it, asks about it, or it has been judged meanwhile. */
    private Optional<Taken> take(SubmissionId id) {
        Instant now = context.clock().instant();
        Submission seen = submissions.find(id).orElseThrow();
        Optional<Bounty> bounty =
                bounties.lockUnlessHeld(seen.bounty())
                        .filter(found -> found.status() instanceof InReview);
        if (bounty.isEmpty()) {
            return Optional.empty();
        }
        Submission submission = submissions.find(id).orElseThrow();
        return switch (submission.takeToJudge(now)) {
            case Decision.Refused<Submission> _ -> Optional.empty();
            case Decision.Accepted<Submission>(var taken, var _) ->
                    Optional.of(
                            new Taken(
                                    submissions.save(taken),
                                    judgedWork.caseOf(bounty.get(), submission)));
        };
    }

    private GateVerdict ask(GateCase gateCase) {
        return gate.judge(gateCase).orElseGet(() -> scorer.judge(gateCase));
    }

    private void record(Taken asked, GateVerdict verdict) {
        context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Bounty bounty = bounties.lock(asked.taken().bounty()).orElseThrow();
                    Submission current = submissions.find(asked.taken().id()).orElseThrow();
                    // Whoever came first has decided: time, or a worker that took it over.
                    if (current.version() == asked.taken().version()
                            && current.status() instanceof Received) {
                        List<DomainEvent> events = new ArrayList<>();
                        judgedWork.settle(bounty, current, verdict, now, events);
                        context.outbox().publish(events, now);
                    }
                });
    }
}
