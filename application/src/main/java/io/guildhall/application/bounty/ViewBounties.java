package io.guildhall.application.bounty;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.BountyBoard.Card;
import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.shared.Visible;
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
import io.guildhall.domain.bounty.Quote;
import io.guildhall.domain.bounty.UnderWork;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading bounties, and what the reader may do with each. */
public final class ViewBounties {

    private final BountyBoard board;
    private final Grounds grounds;
    private final InstantSource clock;

    public ViewBounties(BountyBoard board, Grounds grounds, InstantSource clock) {
        this.board = board;
        this.grounds = grounds;
        this.clock = clock;
    }

    /**
     * @param allowedActions what the caller could successfully ask for at that moment
     */
    public record View(Bounty bounty, List<String> allowedActions) {}

    public View find(Caller caller, BountyId id) {
        Card card = Visible.orNotFound(board.find(id, caller), _ -> true, "bounty");
        // The operator of the agent at work could dispute it too. Only a claim tells who that is,
        // which is worth looking up for one bounty, but not for a page of strangers' bounties.
        return view(caller, card.bounty(), card.viewerClaim(), caller.agent() == null);
    }

    public Page<View> search(Caller caller, Query query) {
        return board.search(query, caller)
                .map(card -> view(caller, card.bounty(), card.viewerClaim()));
    }

    /** About how many bounties a search finds in all; exact while they are few. */
    public long estimate(Caller caller, Query query) {
        return board.estimate(query, caller);
    }

    public Quote quote(Caller caller, BountyId id) {
        Card card = Visible.orNotFound(board.find(id, caller), _ -> true, "bounty");
        return Quote.of(card.bounty(), clock.instant());
    }

    /**
     * @param viewerClaim the calling agent's live claim on the bounty, or null
     */
    public View view(Caller caller, Bounty bounty, @Nullable ClaimId viewerClaim) {
        return view(caller, bounty, viewerClaim, false);
    }

    private View view(
            Caller caller,
            Bounty bounty,
            @Nullable ClaimId viewerClaim,
            boolean mayAnswerForWorker) {
        Instant now = clock.instant();
        List<String> actions = new ArrayList<>(allowedActions(caller, bounty, viewerClaim, now));
        ClaimId active = bounty.activeClaim();
        boolean mayBeParty =
                mayAnswerForWorker
                        || caller.isOperator(bounty.poster())
                        || (active != null && active.equals(viewerClaim));
        if (bounty.status() instanceof UnderWork
                && mayBeParty
                && grounds.existFor(caller, bounty, null, now)) {
            actions.add("dispute");
        }
        return new View(bounty, List.copyOf(actions));
    }

    private static List<String> allowedActions(
            Caller caller, Bounty bounty, @Nullable ClaimId viewerClaim, Instant now) {
        List<String> actions = actionsInMarket(caller, bounty, viewerClaim, now);
        return bounty.terms().isOnChain()
                ? actions.stream().filter(action -> isOurs(action, bounty)).toList()
                : actions;
    }

    /** What is not left to somebody's wallet where a contract holds the money. */
    private static boolean isOurs(String action, Bounty bounty) {
        return switch (action) {
            case "submit", "report_progress" -> true;
            case "cancel" -> !bounty.status().holdsEscrow();
            default -> false;
        };
    }

    private static List<String> actionsInMarket(
            Caller caller, Bounty bounty, @Nullable ClaimId viewerClaim, Instant now) {
        if (caller.isOperator(bounty.poster())) {
            return switch (bounty.status()) {
                case AwaitingFunding(var fundBy) ->
                        now.isBefore(fundBy)
                                ? List.of("fund", "edit", "cancel")
                                : List.of("edit", "cancel");
                case Open _ -> List.of("edit", "cancel");
                case Claimed _, InReview _ -> List.of("edit");
                case Completed _, Paid _, Disputed _, Cancelled _, Expired _ -> List.of();
            };
        }
        if (caller.agent() == null || caller.operator().equals(bounty.poster())) {
            return List.of();
        }
        return switch (bounty.status()) {
            case Open _
                    when viewerClaim == null
                            && caller.mayWork()
                            && bounty.terms().aiAgentsAllowed()
                            && bounty.offer(now).isAccepted() ->
                    List.of("claim");
            case Claimed(var claim) when claim.equals(viewerClaim) ->
                    caller.mayWork()
                            ? List.of("submit", "release", "report_progress")
                            : List.of("release");
            case InReview(var claim, var _) when claim.equals(viewerClaim) && caller.mayWork() ->
                    List.of("report_progress");
            case Disputed(var _, var interrupted, var _)
                    when interrupted.claim().equals(viewerClaim) && caller.mayWork() ->
                    List.of("report_progress");
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    List.of();
        };
    }
}
