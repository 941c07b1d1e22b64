package io.guildhall.application.bounty;

import io.guildhall.application.bounty.WholeStory.RailStory;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.submission.Submissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Laying everything about one bounty on one table, as an admin; each part up to a bound. */
public final class ViewWholeStory {

    private static final PageRequest NEWEST = PageRequest.first(PageRequest.LIMIT_MAX);
    private static final int TRANSFERS_MAX = 500;
    private static final int DELIVERIES_MAX = 200;

    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Disputes disputes;
    private final Payouts payouts;
    private final Ledger ledger;
    private final EventLog events;
    private final Deliveries deliveries;
    private final TrackedPullRequests pullRequests;
    private final List<RailStory> rails;

    public ViewWholeStory(
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Payouts payouts,
            Ledger ledger,
            EventLog events,
            Deliveries deliveries,
            TrackedPullRequests pullRequests,
            List<RailStory> rails) {
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
        this.payouts = payouts;
        this.ledger = ledger;
        this.events = events;
        this.deliveries = deliveries;
        this.pullRequests = pullRequests;
        this.rails = List.copyOf(rails);
    }

    public WholeStory of(Caller caller, BountyId id) {
        caller.requireAdmin();
        Bounty bounty =
                bounties.find(id).orElseThrow(() -> new RefusedException(new NotFound("bounty")));
        Caller poster = Caller.operator(bounty.poster(), Set.of());
        Subject story = new Subject(Subject.Kind.BOUNTY, id.value());
        List<String> cutOff = new ArrayList<>();
        List<Claim> held = whole("claims", claims.onBounty(id, poster, NEWEST), cutOff);
        List<Payout> paid = payouts.ofBounty(id);
        return new WholeStory(
                bounty,
                held,
                whole("submissions", submissions.onBounty(id, poster, NEWEST), cutOff),
                disputes.onBounty(id),
                paid,
                whole("transfers", Page.of(moved(story, held, paid), TRANSFERS_MAX), cutOff),
                whole("events", events.ofStory(story, NEWEST), cutOff),
                whole(
                        "deliveries",
                        Page.of(deliveries.ofStory(story, DELIVERIES_MAX + 1), DELIVERIES_MAX),
                        cutOff),
                held.stream()
                        .map(claim -> pullRequests.of(claim.id()))
                        .flatMap(Optional::stream)
                        .toList(),
                rails.stream().map(rail -> rail.of(id)).toList(),
                List.copyOf(cutOff));
    }

    /** On behalf of the bounty, its claims and its payouts. */
    private List<Transfer> moved(Subject story, List<Claim> held, List<Payout> paid) {
        List<Subject> causes = new ArrayList<>();
        causes.add(story);
        held.forEach(claim -> causes.add(new Subject(Subject.Kind.CLAIM, claim.id().value())));
        paid.forEach(payout -> causes.add(new Subject(Subject.Kind.PAYOUT, payout.id().value())));
        return ledger.causedBy(causes, TRANSFERS_MAX + 1);
    }

    private static <T> List<T> whole(String name, Page<T> page, List<String> cutOff) {
        if (page.hasMore()) {
            cutOff.add(name);
        }
        return page.items();
    }
}
