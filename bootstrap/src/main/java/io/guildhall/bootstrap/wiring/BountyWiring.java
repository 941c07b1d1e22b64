package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.QuotePosting;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.bounty.ViewStory;
import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.shared.EventLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Posting, funding, editing, cancelling and reading bounties. */
@Singleton
final class BountyWiring {

    @Produces
    @Singleton
    PostBounty postBounty(UseCaseContext context, Bounties bounties, Escrow escrow, FeeTerms fees) {
        return new PostBounty(context, bounties, escrow, fees);
    }

    @Produces
    @Singleton
    QuotePosting quotePosting(
            UseCaseContext context,
            Bounties bounties,
            Ledger ledger,
            Escrow escrow,
            FeeTerms fees) {
        return new QuotePosting(context, bounties, ledger, escrow, fees);
    }

    @Produces
    @Singleton
    FundBounty fundBounty(UseCaseContext context, Bounties bounties, Escrow escrow) {
        return new FundBounty(context, bounties, escrow);
    }

    @Produces
    @Singleton
    EditBounty editBounty(UseCaseContext context, Bounties bounties, Claims claims, Escrow escrow) {
        return new EditBounty(context, bounties, claims, escrow);
    }

    @Produces
    @Singleton
    CancelBounty cancelBounty(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            EndedClaim endedClaim,
            Escrow escrow) {
        return new CancelBounty(context, bounties, claims, endedClaim, escrow);
    }

    @Produces
    @Singleton
    ViewBounties viewBounties(BountyBoard board, Grounds grounds, MarketClock clock) {
        return new ViewBounties(board, grounds, clock);
    }

    @Produces
    @Singleton
    ViewStory viewStory(Bounties bounties, EventLog log) {
        return new ViewStory(bounties, log);
    }
}
