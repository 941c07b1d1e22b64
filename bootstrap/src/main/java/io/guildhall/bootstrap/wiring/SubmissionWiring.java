package io.guildhall.bootstrap.wiring;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.AcceptedWork;
import io.guildhall.application.submission.JudgedWork;
import io.guildhall.application.submission.ReceivedWork;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.application.submission.TakenWork;
import io.guildhall.application.submission.VerifiedWork;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.submission.Submissions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Handing work in and judging it. */
@Singleton
final class SubmissionWiring {

    @Produces
    @Singleton
    SubmitWork submitWork(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            ReceivedWork receivedWork) {
        return new SubmitWork(context, agents, bounties, claims, receivedWork);
    }

    @Produces
    @Singleton
    ReceivedWork receivedWork(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            RateAgent rateAgent,
            Escrow escrow,
            JudgedWork judgedWork,
            QualityGate gate) {
        return new ReceivedWork(
                context, bounties, claims, submissions, rateAgent, escrow, judgedWork, gate);
    }

    @Produces
    @Singleton
    TakenWork takenWork(UseCaseContext context, AcceptedWork acceptedWork) {
        return new TakenWork(context, acceptedWork);
    }

    @Produces
    @Singleton
    VerifiedWork verifiedWork(TrackedPullRequests pullRequests, Installations installations) {
        return new VerifiedWork(pullRequests, installations);
    }

    @Produces
    @Singleton
    AcceptedWork acceptedWork(
            IdGenerator ids,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Payouts payouts,
            EndedClaim endedClaim,
            Escrow escrow) {
        return new AcceptedWork(ids, bounties, claims, submissions, payouts, endedClaim, escrow);
    }

    @Produces
    @Singleton
    AcceptSubmission acceptSubmission(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            VerifiedWork verified,
            TakenWork takenWork) {
        return new AcceptSubmission(context, bounties, submissions, verified, takenWork);
    }

    @Produces
    @Singleton
    RejectSubmission rejectSubmission(
            UseCaseContext context, Bounties bounties, Claims claims, Submissions submissions) {
        return new RejectSubmission(context, bounties, claims, submissions);
    }

    @Produces
    @Singleton
    RequestRevision requestRevision(
            UseCaseContext context, Bounties bounties, Claims claims, Submissions submissions) {
        return new RequestRevision(context, bounties, claims, submissions);
    }

    @Produces
    @Singleton
    ViewSubmissions viewSubmissions(
            Bounties bounties,
            Submissions submissions,
            Disputes disputes,
            VerifiedWork verified,
            Grounds grounds,
            MarketClock clock) {
        return new ViewSubmissions(bounties, submissions, disputes, verified, grounds, clock);
    }
}
