package io.guildhall.application.simulation;

import io.guildhall.application.progress.ReportProgress.Reported;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import java.util.ArrayList;
import java.util.List;

/** What the parties have heard of: what successful commands answered with. */
final class Known {

    final List<BountyId> bounties = new ArrayList<>();
    final List<ClaimId> claims = new ArrayList<>();
    final List<SubmissionId> submissions = new ArrayList<>();
    final List<DisputeId> disputes = new ArrayList<>();
    final List<ToppedUp> toppedUp = new ArrayList<>();

    /** Somebody has brought money in. */
    record ToppedUp(OperatorId operator, Money amount) {}

    void note(Object answer) {
        switch (answer) {
            case Bounty bounty -> note(bounties, bounty.id());
            case Claim claim -> note(claims, claim.id());
            case Submission submission -> note(submissions, submission.id());
            case Dispute dispute -> note(disputes, dispute.id());
            case ToppedUp amount -> toppedUp.add(amount);
            case Reported reported -> note(claims, reported.claim().id());
            default -> {
                // Nothing that others would act upon.
            }
        }
    }

    private static <T> void note(List<T> ids, T id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }
}
