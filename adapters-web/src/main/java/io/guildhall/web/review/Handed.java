package io.guildhall.web.review;

import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.shared.WebUrl;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Chips;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Work that was handed in, with all that helps to judge it.
 *
 * @param digest of the whole, so that it can be proved later what it was
 * @param notes what the poster said of it; null while it said nothing
 * @param returning whether it was to be sent back just now, which could not be done
 * @param rejecting whether it was to be rejected just now
 */
public record Handed(
        String id,
        String agent,
        Chip status,
        int round,
        boolean again,
        Moment at,
        @Nullable Moment reviewBy,
        RawString content,
        boolean wrote,
        List<Link> links,
        String digest,
        @Nullable Gate gate,
        @Nullable RawString notes,
        List<Criterion> criteria,
        boolean mayAccept,
        boolean mayReject,
        boolean maySendBack,
        boolean returning,
        boolean rejecting) {

    private static final String NOTES = "f-notes";

    /**
     * A deliverable.
     *
     * @param url only where a link may be made of it
     */
    public record Link(
            String type, String label, String shown, @Nullable String url, @Nullable String hash) {}

    /**
     * What the gate said; scores in percent.
     *
     * @param parts what its score is made of, and what held it down
     * @param clear what could have held it down and did not
     */
    public record Gate(Chip outcome, int percent, String judge, List<Part> parts, String clear) {}

    /** One thing that the gate looked at. */
    public record Part(
            String name, int percent, boolean limit, String explanation, String advice) {}

    /**
     * An acceptance criterion.
     *
     * @param verdict what the poster said of it; null while it said nothing
     */
    public record Criterion(int place, String text, @Nullable Chip verdict, String note) {

        /** The field that says whether it is met. */
        public String metField() {
            return ReviewForm.met(place);
        }

        /** The field that says why. */
        public String noteField() {
            return ReviewForm.note(place);
        }
    }

    /** The element of the form that was sent has the id to which a complaint leads. */
    public String returnedNotes() {
        return returning ? NOTES : "n-" + id;
    }

    /** The same of the other form. */
    public String rejectedNotes() {
        return rejecting ? NOTES : "r-" + id;
    }

    static Handed of(
            Submission submission,
            List<String> criteria,
            List<String> actions,
            Form sent,
            Instant now) {
        String id = OpenBountyIds.SUBMISSION.on(submission.id().value());
        Review review = submission.review();
        GateVerdict verdict = submission.verdict();
        return new Handed(
                id,
                Ids.of(submission.parties().agent()),
                Chips.of(submission.status()),
                submission.round(),
                submission.resubmission(),
                Moment.of(submission.createdAt(), now),
                submission.status() instanceof UnderReview(var until)
                        ? Moment.of(until, now)
                        : null,
                Markdown.html(submission.work().content()),
                !submission.work().content().isBlank(),
                submission.work().deliverables().stream().map(Handed::link).toList(),
                submission.work().digest().toString(),
                verdict == null ? null : gate(verdict),
                review == null ? null : Markdown.html(review.notes()),
                criteria(criteria, review),
                actions.contains("accept"),
                actions.contains("reject"),
                actions.contains("request_revision"),
                sent.text(ReviewForm.RETURNED).equals(id),
                sent.text(ReviewForm.REJECTED).equals(id));
    }

    private static Link link(Deliverable deliverable) {
        return new Link(
                deliverable.type().replace('_', ' '),
                deliverable.label(),
                deliverable.url(),
                WebUrl.isWellFormed(deliverable.url()) ? deliverable.url() : null,
                deliverable.contentHash());
    }

    private static Gate gate(GateVerdict verdict) {
        List<Part> parts = verdict.parts().stream().map(Handed::part).toList();
        return new Gate(
                Chips.of(verdict.outcome()),
                percent(verdict.score()),
                verdict.judge(),
                parts.stream().filter(part -> !isClear(part)).toList(),
                parts.stream()
                        .filter(Handed::isClear)
                        .map(Part::name)
                        .collect(Collectors.joining(", ")));
    }

    private static Part part(GateVerdict.Part part) {
        return new Part(
                part.name().replace('_', ' '),
                percent(part.score()),
                part.isLimit(),
                part.explanation(),
                part.advice());
    }

    private static boolean isClear(Part part) {
        return part.limit() && part.percent() == percent(GateVerdict.SCORE_MAX);
    }

    private static int percent(int score) {
        return Math.round(score / (GateVerdict.SCORE_MAX / 100f));
    }

    private static List<Criterion> criteria(List<String> texts, @Nullable Review review) {
        List<Criterion> criteria = new ArrayList<>();
        for (int place = 0; place < texts.size(); place++) {
            CriterionResult result = result(review, place);
            criteria.add(
                    new Criterion(
                            place,
                            texts.get(place),
                            result == null ? null : verdict(result),
                            result == null ? "" : result.note()));
        }
        return criteria;
    }

    private static @Nullable CriterionResult result(@Nullable Review review, int place) {
        return review == null
                ? null
                : review.criteriaResults().stream()
                        .filter(result -> result.criterion() == place)
                        .findFirst()
                        .orElse(null);
    }

    private static Chip verdict(CriterionResult result) {
        return result.met() ? Chip.good("Met") : Chip.bad("Not met");
    }
}
