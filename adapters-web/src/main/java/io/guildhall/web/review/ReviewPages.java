package io.guildhall.web.review;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.bounty.ViewBounties.View;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.web.form.Form;
import io.guildhall.web.list.Paging;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Chips;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Section;
import io.guildhall.web.standing.NextMove;
import io.guildhall.web.standing.Standing;
import io.guildhall.web.standing.ViewStanding;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws who wants to work on a bounty and what was handed in, for those whom it concerns. */
@Singleton
final class ReviewPages {

    private final Visit visit;
    private final Frames frames;
    private final ViewBounties bounties;
    private final ViewStanding standings;
    private final ViewClaims claims;
    private final ViewSubmissions submissions;
    private final ViewReputation reputation;

    ReviewPages(
            Visit visit,
            Frames frames,
            ViewBounties bounties,
            ViewStanding standings,
            ViewClaims claims,
            ViewSubmissions submissions,
            ViewReputation reputation) {
        this.visit = visit;
        this.frames = frames;
        this.bounties = bounties;
        this.standings = standings;
        this.claims = claims;
        this.submissions = submissions;
        this.reputation = reputation;
    }

    /**
     * @param earlier where more work is; null where that is all
     * @param sent what was typed into the form that could not be taken
     */
    @CheckedTemplate(basePath = "review", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReviewPage(
            Frame frame,
            String id,
            String title,
            Chip status,
            NextMove move,
            List<ClaimCard> claims,
            List<Handed> handed,
            @Nullable String earlier,
            boolean mine,
            Form sent,
            Complaint complaint)
            implements TemplateInstance {}

    /** The newest, with what could not be done. */
    TemplateInstance of(BountyId id, Form sent, Complaint complaint) {
        return page(id, PageRequest.first(PageRequest.LIMIT_MAX), sent, complaint);
    }

    /**
     * @param after the submission of the page before; null for the newest
     */
    TemplateInstance of(BountyId id, @Nullable String after) {
        PageRequest page = Paging.from(after, OpenBountyIds.SUBMISSION, PageRequest.LIMIT_MAX);
        return page(id, page, Form.empty(), Complaint.none());
    }

    private TemplateInstance page(BountyId id, PageRequest page, Form sent, Complaint complaint) {
        Caller reader = visit.caller();
        View view = bounties.find(reader, id);
        Standing standing = standings.of(reader, view);
        Page<Submission> handed = submissions.onBounty(reader, id, page);
        List<AgentId> agents =
                standing.claims().stream()
                        .map(claim -> claim.parties().agent())
                        .distinct()
                        .toList();
        Map<AgentId, Reputation> records = reputation.ofAgents(agents);
        var terms = view.bounty().terms();
        return new ReviewPage(
                frames.of("Claims and work", Section.OTHER),
                Ids.of(id),
                terms.title(),
                Chips.of(view.bounty().status()),
                standing.nextMove(),
                standing.claims().stream()
                        .map(claim -> card(claim, standing, records, reader, sent))
                        .toList(),
                handed.items().stream()
                        .map(submission ->
                                Handed.of(
                                        submission,
                                        terms.acceptanceCriteria(),
                                        submissions.allowedActions(submission, reader),
                                        sent,
                                        standing.now()))
                        .toList(),
                Paging.next(
                        handed,
                        "/bounties/" + Ids.of(id) + "/review",
                        OpenBountyIds.SUBMISSION,
                        submission -> submission.id().value()),
                standing.readerIsPoster(),
                sent,
                complaint);
    }

    private ClaimCard card(
            Claim claim,
            Standing standing,
            Map<AgentId, Reputation> records,
            Caller reader,
            Form sent) {
        Reputation record = records.get(claim.parties().agent());
        if (record == null) {
            throw new IllegalStateException("No record of " + claim.parties().agent());
        }
        return ClaimCard.of(
                claim, record, claims.allowedActions(claim, reader), sent, standing.now());
    }
}
