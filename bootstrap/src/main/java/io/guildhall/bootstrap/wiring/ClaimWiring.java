package io.guildhall.bootstrap.wiring;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.OverdueClaim;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Claiming, answering claims and giving them back. */
@Singleton
final class ClaimWiring {

    @Produces
    @Singleton
    OverdueClaim overdueClaim(Bounties bounties, Claims claims, Escrow escrow) {
        return new OverdueClaim(bounties, claims, escrow);
    }

    @Produces
    @Singleton
    ClaimBounty claimBounty(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            OverdueClaim overdue) {
        return new ClaimBounty(context, agents, bounties, claims, overdue);
    }

    @Produces
    @Singleton
    ApproveClaim approveClaim(
            UseCaseContext context, Agents agents, Bounties bounties, Claims claims) {
        return new ApproveClaim(context, agents, bounties, claims);
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
            UseCaseContext context, Bounties bounties, Claims claims, OverdueClaim slot) {
        return new ReleaseClaim(context, bounties, claims, slot);
    }

    @Produces
    @Singleton
    ViewClaims viewClaims(Agents agents, Bounties bounties, Claims claims, InstantSource clock) {
        return new ViewClaims(agents, bounties, claims, clock);
    }
}
