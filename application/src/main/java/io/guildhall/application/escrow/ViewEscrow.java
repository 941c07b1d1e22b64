package io.guildhall.application.escrow;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowError.NotOnChain;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reading bounties whose money lies in a contract: what is there, and who can do what with it. */
public final class ViewEscrow {

    /** The word of {@link io.guildhall.domain.escrow.VaultEvent.PaymentHeld}. */
    private static final String PAYMENT_HELD = "payment_held";

    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Disputes disputes;
    private final TrackedPullRequests pullRequests;
    private final EscrowHolds holds;
    private final ChainFacts facts;
    private final VaultOrders orders;
    private final EscrowVault vault;

    public ViewEscrow(
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            TrackedPullRequests pullRequests,
            EscrowHolds holds,
            ChainFacts facts,
            VaultOrders orders,
            EscrowVault vault) {
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
        this.pullRequests = pullRequests;
        this.holds = holds;
        this.facts = facts;
        this.orders = orders;
        this.vault = vault;
    }

    /**
     * A claim, and what it is at the contract.
     *
     * @param pullRequest the address of the one that is followed, or else was handed in last; null
     *     when there is none
     */
    public record ClaimOnChain(Claim claim, HeldClaim held, @Nullable String pullRequest) {}

    /** A bounty that somebody can look at without telling who it is. */
    public record Listed(Bounty bounty, EscrowHold hold) {}

    /**
     * A call that the reader's own wallet could make now.
     *
     * @param calldata what it signs, to be sent to the contract, or to the token for an approval
     */
    public record OwnCall(String function, boolean toToken, String calldata) {}

    /**
     * @param calls what the reader's own wallet could tell the contract now
     * @param facts what the contract has said for good, in its order
     * @param orders what we have told it, or are about to
     */
    public record Details(
            Bounty bounty,
            EscrowHold hold,
            EscrowVault.Site site,
            List<OwnCall> calls,
            List<ClaimOnChain> claims,
            List<ChainFacts.Recorded> facts,
            List<VaultOrder> orders) {}

    /**
     * Bounties that name an issue on GitHub, newest first; those that were never funded are their
     * posters' own affair.
     *
     * @param status a status word, or null for any
     */
    public Page<Listed> withIssue(@Nullable String status, PageRequest page) {
        Page<EscrowHold> found = holds.withIssue(status, page);
        return new Page<>(listed(found.items()), found.hasMore());
    }

    /** Any that was funded; of no particular reader. */
    public Listed find(BountyId id) {
        return holds.find(id)
                .flatMap(hold -> bounties.find(id).map(bounty -> new Listed(bounty, hold)))
                .filter(listed -> listed.bounty().wasOpened())
                .orElseThrow(() -> new RefusedException(new NotFound("bounty")));
    }

    public Optional<BountyId> idOf(OnchainId onchainId) {
        return holds.find(onchainId).map(EscrowHold::bounty);
    }

    /** All but those that the chain took back, oldest first. */
    public List<ClaimOnChain> claimsOf(BountyId bounty) {
        Optional<GithubIssue> issue =
                bounties.find(bounty)
                        .map(found -> found.terms().issueUrl())
                        .flatMap(GithubIssue::of);
        return holds.claimsOf(bounty).stream()
                .filter(held -> held.standing() != Standing.TAKEN_BACK)
                .map(held ->
                        new ClaimOnChain(
                                claims.find(held.claim()).orElseThrow(),
                                held,
                                pullRequest(issue, held.claim())))
                .toList();
    }

    private @Nullable String pullRequest(Optional<GithubIssue> issue, ClaimId claim) {
        Optional<String> followed =
                issue.flatMap(of ->
                        pullRequests
                                .of(claim)
                                .map(found -> of.pullRequestUrl(found.name().number())));
        return followed.isPresent() ? followed.get() : handedIn(claim);
    }

    private @Nullable String handedIn(ClaimId claim) {
        return submissions.ofClaim(claim).reversed().stream()
                .map(submission -> submission.work().pullRequest())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public Details of(Caller caller, BountyId id) {
        Bounty bounty = PostedBounty.seenBy(caller, bounties.find(id));
        EscrowHold hold =
                holds.find(id).orElseThrow(() -> new RefusedException(new NotOnChain(id)));
        List<ClaimOnChain> onChain = claimsOf(id);
        List<ChainFacts.Recorded> said = facts.of(hold.onchainId());
        List<OwnCall> calls =
                new ArrayList<>(
                        calls(caller, bounty, hold, ContractPosition.of(said, bounty.terms())));
        if (said.stream().anyMatch(fact -> fact.word().equals(PAYMENT_HELD))) {
            calls.addAll(fetching(caller, bounty, hold, onChain));
        }
        return new Details(
                bounty,
                hold,
                vault.site(),
                calls,
                onChain,
                said,
                caller.isOperator(bounty.poster()) || caller.isAdmin() ? orders.of(id) : List.of());
    }

    public List<Listed> frozen(Caller caller) {
        caller.requireAdmin();
        return listed(holds.frozen());
    }

    /** Their bounties are read together, however many there are. */
    private List<Listed> listed(List<EscrowHold> found) {
        Map<BountyId, Bounty> byId =
                bounties.findAll(found.stream().map(EscrowHold::bounty).toList()).stream()
                        .collect(Collectors.toMap(Bounty::id, Function.identity()));
        return found.stream()
                .map(hold -> new Listed(Objects.requireNonNull(byId.get(hold.bounty())), hold))
                .toList();
    }

    private List<OwnCall> calls(
            Caller caller, Bounty bounty, EscrowHold hold, ContractPosition position) {
        boolean isPoster = caller.isOperator(bounty.poster());
        return switch (bounty.status()) {
            case AwaitingFunding _ when !position.isOpen() ->
                    isPoster
                            ? List.of(
                                    call(new WalletCall.Approve(bounty.terms().reward())),
                                    call(new WalletCall.Fund(bounty.id(), hold.termsOf(bounty))))
                            : List.of();
            case Claimed(var claim) ->
                    claims.find(claim).orElseThrow().parties().isWorker(caller)
                            ? List.of(call(new WalletCall.Release(hold.onchainId())))
                            : List.of();
            case Disputed(var id, var _, var _) -> {
                var dispute = disputes.find(id).orElseThrow();
                yield Side.of(caller, dispute.parties())
                        .map(side -> ofDispute(side, dispute, hold, position.dispute()))
                        .orElseGet(() -> ofArbiter(caller, dispute, hold, position.dispute()));
            }
            // Accepted here, disputed there by whoever accepted it: somebody has to rule.
            case Completed(var claim, var _, var _) when position.isDisputed() ->
                    isArbiterOf(caller, claim)
                            ? List.of(
                                    call(
                                            new WalletCall.RuleDispute(
                                                    hold.onchainId(),
                                                    position.dispute(),
                                                    Ruling.WHOLE_BPS)))
                            : List.of();
            // Whatever it is here: money that came too late, or that we do not agree about.
            case AwaitingFunding _,
                    Open _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Cancelled _,
                    Expired _ ->
                    isPoster && position.isOpen()
                            ? List.of(call(new WalletCall.Cancel(hold.onchainId())))
                            : List.of();
        };
    }

    private boolean isArbiterOf(Caller caller, ClaimId claim) {
        return caller.isArbiter()
                && !claims.find(claim).orElseThrow().parties().includes(caller.operator());
    }

    /** What was ruled here is not to be undone there by what we tell a wallet to sign. */
    private List<OwnCall> ofDispute(Side side, Dispute dispute, EscrowHold hold, int number) {
        if (dispute.status() instanceof Ruled) {
            return List.of();
        }
        List<OwnCall> calls = new ArrayList<>();
        var standing = dispute.offerOf(side.other());
        if (standing != null) {
            calls.add(
                    call(
                            new WalletCall.AcceptSplit(
                                    hold.onchainId(), number, standing.agentShareBps())));
        }
        if (side == dispute.openedBy()) {
            calls.add(call(new WalletCall.WithdrawDispute(hold.onchainId(), number)));
        }
        return calls;
    }

    /** What was ruled here, to be said there by whoever has the role with a wallet of its own. */
    private List<OwnCall> ofArbiter(Caller caller, Dispute dispute, EscrowHold hold, int number) {
        return caller.isArbiter() && dispute.status() instanceof Ruled(var decided)
                ? List.of(
                        call(
                                new WalletCall.RuleDispute(
                                        hold.onchainId(), number, decided.ruling().agentShare())))
                : List.of();
    }

    /** What the token did not take to the reader's wallet, say blocked there, waits for a call. */
    private List<OwnCall> fetching(
            Caller caller, Bounty bounty, EscrowHold hold, List<ClaimOnChain> onChain) {
        Stream<WalletAddress> posters =
                caller.isOperator(bounty.poster()) ? Stream.of(hold.poster()) : Stream.empty();
        Stream<WalletAddress> workers =
                onChain.stream()
                        .filter(there -> there.claim().parties().isWorker(caller))
                        .map(there -> there.held().agent());
        return Stream.concat(posters, workers)
                .distinct()
                .filter(this::isHeldFor)
                .map(account -> call(new WalletCall.Withdraw(account)))
                .toList();
    }

    /** When no node answers: a call in vain costs a little gas, not to know of it the payment. */
    private boolean isHeldFor(WalletAddress account) {
        try {
            return vault.heldFor(account).isPositive();
        } catch (RefusedException unheard) {
            if (unheard.error() instanceof ChainUnavailable) {
                return true;
            }
            throw unheard;
        }
    }

    /** What a side's wallet signs to offer a share of the reward. */
    public OwnCall offer(Caller caller, BountyId id, int agentShareBps) {
        Bounty bounty = PostedBounty.seenBy(caller, bounties.find(id));
        EscrowHold hold =
                holds.find(id).orElseThrow(() -> new RefusedException(new NotOnChain(id)));
        var position = ContractPosition.of(facts.of(hold.onchainId()), bounty.terms());
        return call(new WalletCall.OfferSplit(hold.onchainId(), position.dispute(), agentShareBps));
    }

    private OwnCall call(WalletCall call) {
        return new OwnCall(
                call.function(), call instanceof WalletCall.Approve, vault.calldata(call));
    }
}
