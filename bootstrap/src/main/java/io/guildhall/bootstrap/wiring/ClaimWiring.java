package io.guildhall.bootstrap.wiring;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.progress.ViewProgress;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.submission.Submissions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Claiming, answering claims, giving them back, and how they end. */
@Singleton
final class ClaimWiring {

    @Produces
    @Singleton
    EndedClaim endedClaim(
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            TrackRecords records,
            RateAgent rateAgent,
            Escrow escrow) {
        return new EndedClaim(bounties, claims, submissions, records, rateAgent, escrow);
    }

    @Produces
    @Singleton
    ClaimBounty claimBounty(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            TrackRecords records,
            EndedClaim endedClaim,
            Escrow escrow) {
        return new ClaimBounty(context, agents, bounties, claims, records, endedClaim, escrow);
    }

    @Produces
    @Singleton
    ApproveClaim approveClaim(
            UseCaseContext context,
            Agents agents,
            Suspensions suspensions,
            Bounties bounties,
            Claims claims,
            Escrow escrow) {
        return new ApproveClaim(context, agents, suspensions, bounties, claims, escrow);
    }

    @Produces
    @Singleton
    RejectClaim rejectClaim(UseCaseContext context, Claims claims) {
        return new RejectClaim(context, claims);
    }

    @Produces
    @Singleton
    WithdrawClaim withdrawClaim(UseCaseContext context, Claims claims) {
        return new WithdrawClaim(context, claims);
    }

    @Produces
    @Singleton
    ReleaseClaim releaseClaim(
            UseCaseContext context, Bounties bounties, Claims claims, EndedClaim endedClaim) {
        return new ReleaseClaim(context, bounties, claims, endedClaim);
    }

    @Produces
    @Singleton
    ViewClaims viewClaims(
            Agents agents, Bounties bounties, Claims claims, Grounds grounds, MarketClock clock) {
        return new ViewClaims(agents, bounties, claims, grounds, clock);
    }

    @Produces
    @Singleton
    ReportProgress reportProgress(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            Traces traces) {
        return new ReportProgress(context, agents, bounties, claims, traces);
    }

    @Produces
    @Singleton
    ViewProgress viewProgress(Bounties bounties, Traces traces) {
        return new ViewProgress(bounties, traces);
    }
}
