package io.guildhall.web.review;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.shared.Timer;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Chips;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Words;
import io.guildhall.web.standing.TrackRecord;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim beside the others.
 *
 * @param price what it asks for; null where the reward is fixed
 * @param ended why it is over, in somebody's words; null where nobody said anything
 * @param declining whether it was to be turned down just now, which could not be done
 */
public record ClaimCard(
        String id,
        String agent,
        Chip status,
        boolean live,
        @Nullable String price,
        RawString letter,
        boolean wrote,
        TrackRecord record,
        Moment asked,
        @Nullable Moment until,
        @Nullable String ended,
        boolean mayApprove,
        boolean mayReject,
        boolean declining) {

    /** The element of the form that was sent has the id to which a complaint leads. */
    public String reasonField() {
        return declining ? "f-reason" : "z-" + id;
    }

    static ClaimCard of(
            Claim claim, Reputation record, List<String> actions, Form sent, Instant now) {
        String id = OpenBountyIds.CLAIM.on(claim.id().value());
        Timer timer = claim.timer();
        Money proposed = claim.proposedReward();
        return new ClaimCard(
                id,
                Ids.of(claim.parties().agent()),
                Chips.of(claim.status()),
                claim.status().isLive(),
                proposed == null ? null : Amounts.text(proposed),
                Markdown.html(claim.coverLetter()),
                !claim.coverLetter().isBlank(),
                TrackRecord.of(record),
                Moment.of(claim.createdAt(), now),
                timer == null ? null : Moment.of(timer.at(), now),
                ended(claim.status()),
                actions.contains("approve"),
                actions.contains("reject"),
                sent.text(ReviewForm.DECLINED).equals(id));
    }

    private static @Nullable String ended(ClaimStatus status) {
        return switch (status) {
            case Rejected(var reason, var _) -> Words.reason(reason);
            case Released(var reason, var _) -> Words.reason(reason);
            case Failed(var reason, var _) -> Words.reason(reason);
            case ClaimStatus.Pending _,
                    ClaimStatus.Active _,
                    ClaimStatus.Fulfilled _,
                    ClaimStatus.Withdrawn _,
                    ClaimStatus.Lapsed _,
                    ClaimStatus.Expired _ ->
                    null;
        };
    }
}
