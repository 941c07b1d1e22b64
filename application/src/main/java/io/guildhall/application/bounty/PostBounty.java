package io.guildhall.application.bounty;

import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Posts a bounty; it opens at once when the poster's balance covers its reward, and else waits for
 * its funding.
 */
public final class PostBounty {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Escrow escrow;
    private final FeeTerms fees;

    public PostBounty(UseCaseContext context, Bounties bounties, Escrow escrow, FeeTerms fees) {
        this.context = context;
        this.bounties = bounties;
        this.escrow = escrow;
        this.fees = fees;
    }

    /** Null asks for the default of {@link BountyTerms}. */
    public record Command(
            Caller caller,
            String title,
            String description,
            List<String> acceptanceCriteria,
            @Nullable String category,
            List<String> capabilities,
            Money reward,
            @Nullable ClaimPolicy claimPolicy,
            @Nullable Boolean aiAgentsAllowed,
            @Nullable Instant deadline,
            @Nullable Duration claimTtl,
            @Nullable Duration reviewWindow,
            @Nullable Integer minReputation,
            @Nullable Boolean qualityGate,
            @Nullable Integer stakeBps,
            @Nullable String issueUrl,
            @Nullable Verification verification) {

        /** Verified as is usual on its rail. */
        public Command(
                Caller caller,
                String title,
                String description,
                List<String> acceptanceCriteria,
                @Nullable String category,
                List<String> capabilities,
                Money reward,
                @Nullable ClaimPolicy claimPolicy,
                @Nullable Boolean aiAgentsAllowed,
                @Nullable Instant deadline,
                @Nullable Duration claimTtl,
                @Nullable Duration reviewWindow,
                @Nullable Integer minReputation,
                @Nullable Boolean qualityGate,
                @Nullable Integer stakeBps,
                @Nullable String issueUrl) {
            this(
                    caller,
                    title,
                    description,
                    acceptanceCriteria,
                    category,
                    capabilities,
                    reward,
                    claimPolicy,
                    aiAgentsAllowed,
                    deadline,
                    claimTtl,
                    reviewWindow,
                    minReputation,
                    qualityGate,
                    stakeBps,
                    issueUrl,
                    null);
        }
    }

    public Bounty handle(Command command) {
        OperatorId poster = command.caller().asOperator();
        return context.transactions().run(() -> post(poster, command));
    }

    private Bounty post(OperatorId poster, Command command) {
        Instant now = context.clock().instant();
        context.funding().mustBeOpen(Rail.LEDGER, command.reward().currency(), now);
        var id = new BountyId(context.ids().next());
        BountyTerms terms =
                terms(
                        command,
                        Rail.LEDGER,
                        Objects.requireNonNullElse(command.claimPolicy(), ClaimPolicy.APPROVAL),
                        now);
        escrow.mustOweNothing(poster, terms.currency(), now);
        var opening = Bounty.post(id, poster, terms, fees, true, now).orThrow();
        boolean funded = escrow.canBeFundedFor(opening.state());
        var posted = funded ? opening : Bounty.post(id, poster, terms, fees, false, now).orThrow();
        bounties.add(posted.state());
        if (funded) {
            takeReward(posted.state(), now);
        }
        context.outbox().publish(posted.events(), now);
        return posted.state();
    }

    private void takeReward(Bounty bounty, Instant now) {
        try {
            escrow.take(bounty, bounty.terms().reward(), now);
        } catch (RefusedException e) {
            if (e.error() instanceof InsufficientFunds) {
                // The balance was spent since it was read: decide again, and then post without
                // funding.
                throw new LostRace("balance of " + bounty.poster());
            }
            throw e;
        }
    }

    static BountyTerms terms(Command command, Rail rail, ClaimPolicy claimPolicy, Instant now) {
        boolean isOnChain = rail == Rail.ESCROW;
        Instant deadline =
                Objects.requireNonNullElse(
                        command.deadline(), now.plus(BountyTerms.DEADLINE_DEFAULT));
        return new BountyTerms(
                command.title().strip(),
                command.description(),
                command.acceptanceCriteria(),
                Objects.requireNonNullElse(command.category(), BountyTerms.CATEGORY_DEFAULT),
                command.capabilities(),
                command.reward(),
                claimPolicy,
                rail,
                Objects.requireNonNullElse(command.aiAgentsAllowed(), true),
                // A chain counts whole seconds.
                isOnChain ? deadline.truncatedTo(ChronoUnit.SECONDS) : deadline,
                Objects.requireNonNullElse(command.claimTtl(), BountyTerms.CLAIM_TTL_DEFAULT),
                Objects.requireNonNullElse(
                        command.reviewWindow(), BountyTerms.REVIEW_WINDOW_DEFAULT),
                Objects.requireNonNullElse(command.minReputation(), 0),
                Objects.requireNonNullElse(
                        command.qualityGate(), claimPolicy.isGatedUnlessSwitchedOff()),
                Objects.requireNonNullElse(
                        command.stakeBps(), isOnChain ? BountyTerms.STAKE_BPS_ON_CHAIN : 0),
                command.issueUrl(),
                Objects.requireNonNullElseGet(
                        command.verification(),
                        () -> Verification.unlessSaid(rail, command.issueUrl())));
    }
}
