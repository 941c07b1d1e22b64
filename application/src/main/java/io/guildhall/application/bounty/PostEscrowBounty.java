package io.guildhall.application.bounty;

import io.guildhall.application.escrow.ContractTerms;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowError.ContractPaused;
import io.guildhall.domain.escrow.EscrowError.WalletNeeded;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Objects;

/**
 * Posts a bounty whose money a contract will hold. It waits for its funding by the poster's own
 * wallet, and opens when that is final.
 */
public final class PostEscrowBounty {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final EscrowHolds holds;
    private final Wallets wallets;
    private final EscrowVault vault;
    private final ContractTerms contractTerms;

    public PostEscrowBounty(
            UseCaseContext context,
            Bounties bounties,
            EscrowHolds holds,
            Wallets wallets,
            EscrowVault vault,
            ContractTerms contractTerms) {
        this.context = context;
        this.bounties = bounties;
        this.holds = holds;
        this.wallets = wallets;
        this.vault = vault;
        this.contractTerms = contractTerms;
    }

    /**
     * @throws RefusedException also with {@link io.guildhall.domain.chain.ChainUnavailable}
     */
    public Bounty handle(PostBounty.Command command) {
        OperatorId poster = command.caller().asOperator();
        ContractTerms.Known terms = contractTerms.current();
        WalletAddress wallet =
                wallets.provedOf(poster)
                        .orElseThrow(() -> new RefusedException(new WalletNeeded()));
        if (terms.isPaused()) {
            throw new RefusedException(new ContractPaused());
        }
        return context.transactions().run(() -> post(poster, wallet, terms.fees(), command));
    }

    private Bounty post(
            OperatorId poster,
            WalletAddress wallet,
            EscrowVault.FeeTerms fees,
            PostBounty.Command command) {
        Instant now = context.clock().instant();
        context.funding().mustBeOpen(Rail.ESCROW, command.reward().currency(), now);
        var id = new BountyId(context.ids().next());
        BountyTerms terms =
                PostBounty.terms(
                        command,
                        Rail.ESCROW,
                        Objects.requireNonNullElse(command.claimPolicy(), ClaimPolicy.FIRST_COME),
                        now);
        var posted =
                Bounty.post(id, poster, terms, new FeeTerms(fees.feeBps()), false, now).orThrow();
        bounties.add(posted.state());
        holds.add(EscrowHold.of(id, vault.idOf(wallet, id), wallet, fees.feeAccount()));
        context.outbox().publish(posted.events(), now);
        return posted.state();
    }
}
