package io.guildhall.bootstrap.wiring;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.DecidedDispute;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.dispute.Interruption;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.submission.Submissions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Disagreeing, and agreeing again. */
@Singleton
final class DisputeWiring {

    @Produces
    @Singleton
    Grounds grounds(Claims claims, Submissions submissions, Disputes disputes) {
        return new Grounds(claims, submissions, disputes);
    }

    @Produces
    @Singleton
    Interruption interruption(Bounties bounties, Claims claims, Submissions submissions) {
        return new Interruption(bounties, claims, submissions);
    }

    @Produces
    @Singleton
    DecidedDispute decidedDispute(
            IdGenerator ids,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Payouts payouts,
            EndedClaim endedClaim,
            Escrow escrow) {
        return new DecidedDispute(
                ids, bounties, claims, submissions, disputes, payouts, endedClaim, escrow);
    }

    @Produces
    @Singleton
    OpenDispute openDispute(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            Disputes disputes,
            Grounds grounds,
            Interruption interruption) {
        return new OpenDispute(context, bounties, submissions, disputes, grounds, interruption);
    }

    @Produces
    @Singleton
    GiveEvidence giveEvidence(UseCaseContext context, Bounties bounties, Disputes disputes) {
        return new GiveEvidence(context, bounties, disputes);
    }

    @Produces
    @Singleton
    MakeOffer makeOffer(UseCaseContext context, Bounties bounties, Disputes disputes) {
        return new MakeOffer(context, bounties, disputes);
    }

    @Produces
    @Singleton
    AcceptOffer acceptOffer(
            UseCaseContext context,
            Bounties bounties,
            Disputes disputes,
            DecidedDispute decidedDispute) {
        return new AcceptOffer(context, bounties, disputes, decidedDispute);
    }

    @Produces
    @Singleton
    WithdrawDispute withdrawDispute(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            Disputes disputes,
            Interruption interruption) {
        return new WithdrawDispute(context, bounties, claims, disputes, interruption);
    }

    @Produces
    @Singleton
    ResolveDispute resolveDispute(
            UseCaseContext context,
            Bounties bounties,
            Disputes disputes,
            DecidedDispute decidedDispute) {
        return new ResolveDispute(context, bounties, disputes, decidedDispute);
    }

    @Produces
    @Singleton
    ViewDisputes viewDisputes(Disputes disputes, Bounties bounties, MarketClock clock) {
        return new ViewDisputes(disputes, bounties, clock);
    }
}
