package io.guildhall.web.standing;

import io.guildhall.application.bounty.ViewBounties.View;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.PageRequest;
import jakarta.inject.Singleton;

/** Collects how a bounty stands, as far as a reader may see it. */
@Singleton
public final class ViewStanding {

    private final ViewClaims claims;
    private final ViewSubmissions submissions;
    private final MarketClock clock;

    ViewStanding(ViewClaims claims, ViewSubmissions submissions, MarketClock clock) {
        this.claims = claims;
        this.submissions = submissions;
        this.clock = clock;
    }

    public Standing of(Caller reader, View view) {
        BountyId id = view.bounty().id();
        return new Standing(
                view.bounty(),
                claims.onBounty(reader, id, PageRequest.first(PageRequest.LIMIT_MAX)).items(),
                submissions.onBounty(reader, id, PageRequest.first(1)).items().stream()
                        .findFirst()
                        .orElse(null),
                reader,
                clock.instant());
    }
}
