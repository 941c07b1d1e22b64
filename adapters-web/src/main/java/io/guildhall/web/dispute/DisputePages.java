package io.guildhall.web.dispute;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Frames;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws a dispute's page. */
@Singleton
final class DisputePages {

    private final Frames frames;
    private final ViewDisputes disputes;
    private final ViewBounties bounties;
    private final MarketClock clock;

    DisputePages(Frames frames, ViewDisputes disputes, ViewBounties bounties, MarketClock clock) {
        this.frames = frames;
        this.disputes = disputes;
        this.bounties = bounties;
        this.clock = clock;
    }

    /**
     * @param actions what may be done with it now, in the words of the API
     * @param shares what the share comes to that is being thought of
     * @param onChain whether what the sides agree on is left to their wallets
     */
    @CheckedTemplate(basePath = "dispute", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DisputePage(
            Frame frame,
            DisputeRow dispute,
            String title,
            String reward,
            RawString notes,
            List<SideView> sides,
            List<String> actions,
            boolean onChain,
            Shares shares,
            Form form,
            Complaint complaint)
            implements TemplateInstance {}

    /** The id in an address; a text that is none is nobody's. */
    static DisputeId id(String text) {
        return OpenBountyIds.DISPUTE
                .off(text)
                .map(DisputeId::new)
                .orElseThrow(() -> new RefusedException(new NotFound("dispute")));
    }

    DisputePage page(Caller caller, DisputeId id, Form form, Complaint complaint) {
        Dispute dispute = disputes.find(caller, id);
        Bounty bounty = bounties.find(caller, dispute.bounty()).bounty();
        List<Evidence> evidence =
                disputes.evidence(caller, id, PageRequest.first(PageRequest.LIMIT_MAX)).items();
        List<String> actions = disputes.allowedActions(dispute, caller);
        Instant now = clock.instant();
        Side reader = Side.of(caller, dispute.parties()).orElse(null);
        DisputeRow row = DisputeRow.of(dispute, caller, now);
        return new DisputePage(
                frames.of("Dispute: " + bounty.terms().title(), Section.DISPUTES),
                row,
                bounty.terms().title(),
                Amounts.text(bounty.terms().reward()),
                Markdown.html(row.notes()),
                Stream.of(Side.values())
                        .map(side -> side(side, dispute, bounty, evidence, reader, actions, now))
                        .toList(),
                actions,
                bounty.terms().isOnChain(),
                Shares.of(bounty, Share.thoughtOf(form)),
                form,
                complaint);
    }

    private static SideView side(
            Side side,
            Dispute dispute,
            Bounty bounty,
            List<Evidence> newestFirst,
            @Nullable Side reader,
            List<String> actions,
            Instant now) {
        Offer offer = dispute.offerOf(side);
        return new SideView(
                side.word(),
                DisputeRow.name(side),
                side == reader,
                side == dispute.openedBy() ? Markdown.html(dispute.reason()) : null,
                newestFirst.reversed().stream()
                        .filter(given -> given.by() == side)
                        .map(given -> Exhibit.of(given, now))
                        .toList(),
                offer == null
                        ? null
                        : OfferView.of(
                                offer, bounty, reader, actions.contains("accept_offer"), now),
                Dispute.EVIDENCE_MAX - dispute.evidenceOf(side));
    }
}
