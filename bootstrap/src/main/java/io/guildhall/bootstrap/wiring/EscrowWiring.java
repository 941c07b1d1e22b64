package io.guildhall.bootstrap.wiring;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.dispute.DecidedDispute;
import io.guildhall.application.escrow.CarryOutOrders;
import io.guildhall.application.escrow.CheckContract;
import io.guildhall.application.escrow.ConfirmClaim;
import io.guildhall.application.escrow.ContractParts;
import io.guildhall.application.escrow.ContractTerms;
import io.guildhall.application.escrow.EnsureVaultFits;
import io.guildhall.application.escrow.EscrowOrders;
import io.guildhall.application.escrow.FollowChain;
import io.guildhall.application.escrow.FreezeOnFailure;
import io.guildhall.application.escrow.PrepareClaim;
import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.escrow.RecordFacts;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.AcceptedWork;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.bootstrap.wiring.ChainWiring.Chain;
import io.guildhall.chain.escrow.EthereumVaultSender;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Bounties whose money lies in a contract: posting, claiming, following, telling. */
@Singleton
final class EscrowWiring {

    private static final Logger LOG = Logger.getLogger(RecordFacts.class);

    @Produces
    @Singleton
    EscrowOrders escrowOrders(
            EscrowHolds holds,
            VaultOrders orders,
            ChainFacts facts,
            Submissions submissions,
            IdGenerator ids) {
        return new EscrowOrders(holds, orders, facts, submissions, ids);
    }

    @Produces
    @Singleton
    ContractParts contractParts(
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
        return new ContractParts(
                ids,
                bounties,
                claims,
                submissions,
                disputes,
                agents,
                wallets,
                holds,
                orders,
                ledger,
                endedClaim,
                acceptedWork,
                decidedDispute);
    }

    @Produces
    @Singleton
    ContractTerms contractTerms(EscrowVault vault, InstantSource clock) {
        return new ContractTerms(vault, clock);
    }

    @Produces
    @Singleton
    PostEscrowBounty postEscrowBounty(
            UseCaseContext context,
            Bounties bounties,
            EscrowHolds holds,
            Wallets wallets,
            EscrowVault vault,
            ContractTerms terms) {
        return new PostEscrowBounty(context, bounties, holds, wallets, vault, terms);
    }

    @Produces
    @Singleton
    PrepareClaim prepareClaim(
            Agents agents,
            Bounties bounties,
            EscrowHolds holds,
            Wallets wallets,
            TrackRecords records,
            EscrowVault vault,
            MarketClock clock) {
        return new PrepareClaim(agents, bounties, holds, wallets, records, vault, clock);
    }

    @Produces
    @Singleton
    ConfirmClaim confirmClaim(
            UseCaseContext context,
            Bounties bounties,
            EscrowHolds holds,
            Wallets wallets,
            ChainReader reader,
            ContractParts parts) {
        return new ConfirmClaim(context, bounties, holds, wallets, reader, parts);
    }

    @Produces
    @Singleton
    ViewEscrow viewEscrow(
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            TrackedPullRequests pullRequests,
            EscrowHolds holds,
            ChainFacts facts,
            VaultOrders orders,
            EscrowVault vault) {
        return new ViewEscrow(
                bounties, claims, submissions, disputes, pullRequests, holds, facts, orders, vault);
    }

    @Produces
    @Singleton
    UnfreezeBounty unfreezeBounty(
            UseCaseContext context, Bounties bounties, EscrowHolds holds, Audit audit) {
        return new UnfreezeBounty(context, bounties, holds, audit);
    }

    @Produces
    @Singleton
    Reconcile reconcile(
            Bounties bounties,
            Claims claims,
            EscrowHolds holds,
            VaultOrders orders,
            Ledger ledger,
            EscrowVault vault,
            ChainReader reader,
            ChainTrail trail,
            InstantSource clock) {
        return new Reconcile(bounties, claims, holds, orders, ledger, vault, reader, trail, clock);
    }

    @Produces
    @Singleton
    RecordFacts recordFacts(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            EscrowHolds holds,
            ChainFacts facts,
            EscrowVault vault,
            ContractParts parts) {
        return new RecordFacts(
                context,
                bounties,
                claims,
                holds,
                facts,
                vault,
                parts,
                (bounty, fact, why) ->
                        LOG.errorf(
                                "The contract says of bounty %s what cannot be (%s); it is frozen:"
                                        + " %s",
                                bounty, why, fact));
    }

    /** Nobody follows where there is no chain. */
    @Produces
    @Singleton
    Optional<FollowChain> followChain(
            Optional<Chain> chain,
            UseCaseContext context,
            ChainReader reader,
            EscrowVault vault,
            ChainTrail trail,
            ChainFacts facts,
            Bounties bounties,
            EscrowHolds holds,
            ContractParts parts,
            RecordFacts recordFacts) {
        return chain.map(on ->
                new FollowChain(
                        context,
                        reader,
                        vault.site(),
                        trail,
                        facts,
                        bounties,
                        holds,
                        parts,
                        recordFacts,
                        new FollowChain.Limits(
                                on.confirmations(),
                                on.firstBlock(),
                                FollowChain.Limits.BLOCKS_MAX)));
    }

    @Produces
    @Singleton
    EnsureVaultFits ensureVaultFits(Transactions transactions, EscrowHolds holds) {
        return new EnsureVaultFits(transactions, holds);
    }

    /** Nobody signs where there is no chain. */
    @Produces
    @Singleton
    Optional<VaultSender> vaultSender(Optional<Chain> chain) {
        return chain.map(on -> new EthereumVaultSender(on.nodes(), on.settings(), on.keys()));
    }

    @Produces
    @Singleton
    Optional<CheckContract> checkContract(Optional<VaultSender> sender, EscrowVault vault) {
        return sender.map(signs -> new CheckContract(vault, signs));
    }

    /** Nothing is sent where there is no chain; without a key orders wait for one that has it. */
    @Produces
    @Singleton
    Optional<CarryOutOrders> carryOutOrders(
            Optional<Chain> chain,
            Optional<VaultSender> sender,
            UseCaseContext context,
            Transactions transactions,
            InstantSource clock,
            Bounties bounties,
            EscrowHolds holds,
            VaultOrders orders,
            SignerAccounts accounts,
            ChainReader reader,
            IdGenerator ids) {
        return chain.map(on ->
                new CarryOutOrders(
                        transactions,
                        clock,
                        orders,
                        accounts,
                        sender.orElseThrow(),
                        reader,
                        new FreezeOnFailure(
                                context,
                                bounties,
                                holds,
                                orders,
                                (bounty, order, reason) ->
                                        LOG.errorf(
                                                "The contract refused %s of bounty %s for good; it"
                                                        + " is frozen: %s",
                                                order.key(), bounty, reason),
                                (bounty, order, objection) ->
                                        LOG.warnf(
                                                "No node takes %s of bounty %s from wallet %s; it is"
                                                        + " sent again until one does: %s",
                                                order.key(), bounty, wallet(order), objection)),
                        SendingLimits.STANDARD.confirmedBy(on.confirmations()),
                        ids.next().toString()));
    }

    private static String wallet(VaultOrder order) {
        SignedCall signed = order.signed();
        return signed == null ? "unknown" : signed.account().wallet().hex();
    }
}
