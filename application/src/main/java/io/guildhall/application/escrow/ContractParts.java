package io.guildhall.application.escrow;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.dispute.DecidedDispute;
import io.guildhall.application.dispute.Interruption;
import io.guildhall.application.submission.AcceptedWork;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.submission.Submissions;

/** What the use cases that follow a contract have in common. */
public final class ContractParts {

    private final ContractClaims claims;
    private final ContractSays says;
    private final ContractBooks books;
    private final Freezer freezer;
    private final MootOrders mootOrders;

    public ContractParts(
            IdGenerator ids,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Agents agents,
            Wallets wallets,
            EscrowHolds holds,
            VaultOrders orders,
            Ledger ledger,
            EndedClaim endedClaim,
            AcceptedWork acceptedWork,
            DecidedDispute decidedDispute) {
        this.claims =
                new ContractClaims(ids, bounties, claims, submissions, agents, wallets, holds);
        this.says =
                new ContractSays(
                        bounties,
                        claims,
                        disputes,
                        holds,
                        orders,
                        endedClaim,
                        this.claims,
                        new ContractOnWork(ids, bounties, claims, submissions, acceptedWork),
                        new ContractOnDisputes(
                                ids,
                                claims,
                                submissions,
                                disputes,
                                new Interruption(bounties, claims, submissions),
                                decidedDispute));
        this.books = new ContractBooks(ledger, ids);
        this.freezer = new Freezer(holds);
        this.mootOrders = new MootOrders(orders, this.claims, submissions);
    }

    ContractClaims claims() {
        return claims;
    }

    ContractSays says() {
        return says;
    }

    ContractBooks books() {
        return books;
    }

    MootOrders mootOrders() {
        return mootOrders;
    }

    Freezer freezer() {
        return freezer;
    }
}
