package io.guildhall.web.bounty;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.bounty.ViewBounties.View;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.standing.MoneyPlace;
import io.guildhall.web.standing.NextMove;
import io.guildhall.web.standing.Standing;
import io.guildhall.web.standing.TrackRecord;
import io.guildhall.web.standing.ViewStanding;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** Draws a bounty's page for whoever visits. */
@Singleton
final class BountyPages {

    private final Visit visit;
    private final Frames frames;
    private final ViewBounties bounties;
    private final ViewStanding standings;
    private final ViewReputation reputation;

    BountyPages(
            Visit visit,
            Frames frames,
            ViewBounties bounties,
            ViewStanding standings,
            ViewReputation reputation) {
        this.visit = visit;
        this.frames = frames;
        this.bounties = bounties;
        this.standings = standings;
        this.reputation = reputation;
    }

    /**
     * @param mine whether the reader has posted it
     * @param record how its poster has dealt with earlier works
     */
    @CheckedTemplate(basePath = "bounty", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BountyPage(
            Frame frame,
            Details bounty,
            Terms terms,
            NextMove move,
            MoneyPlace money,
            TrackRecord record,
            boolean mine,
            Allowed may,
            Form form,
            Complaint complaint)
            implements TemplateInstance {}

    TemplateInstance of(BountyId id, Form form, Complaint complaint) {
        Caller reader = visit.caller();
        View view = bounties.find(reader, id);
        Bounty bounty = view.bounty();
        Standing standing = standings.of(reader, view);
        return new BountyPage(
                frames.of(bounty.terms().title(), Section.OTHER),
                Details.of(standing),
                Terms.of(bounty, bounties.quote(reader, id), standing.now()),
                standing.nextMove(),
                MoneyPlace.of(bounty, null),
                TrackRecord.of(reputation.ofPoster(reader, bounty.poster())),
                standing.readerIsPoster(),
                new Allowed(view.allowedActions()),
                form,
                complaint);
    }
}
