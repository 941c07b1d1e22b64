package io.guildhall.web.posting;

import io.guildhall.application.bounty.QuotePosting;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the form of a bounty's terms, with how the texts will look beside it. */
@Singleton
final class PostingPages {

    private final Visit visit;
    private final Frames frames;
    private final QuotePosting quotePosting;

    PostingPages(Visit visit, Frames frames, QuotePosting quotePosting) {
        this.visit = visit;
        this.frames = frames;
        this.quotePosting = quotePosting;
    }

    /**
     * @param id of the bounty that is changed; null for a new one
     * @param preview of the description; null of one that is too long to be posted
     * @param criteria as they will be numbered
     * @param cost null while there is no reward to be told of
     * @param owes why nothing can be posted now; null where it can
     */
    @CheckedTemplate(basePath = "posting", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TermsPage(
            Frame frame,
            @Nullable String id,
            Form form,
            List<String> proofs,
            @Nullable RawString preview,
            boolean previewed,
            List<String> criteria,
            boolean onChain,
            boolean forBids,
            @Nullable CostView cost,
            @Nullable String owes,
            Complaint complaint)
            implements TemplateInstance {}

    TemplateInstance toPost(Form form, Complaint complaint) {
        return page(frames.of("Post a bounty", Section.POST), null, form, complaint);
    }

    TemplateInstance toEdit(String id, Form form, Complaint complaint) {
        return page(frames.of("Edit the bounty", Section.OTHER), id, form, complaint);
    }

    private TermsPage page(Frame frame, @Nullable String id, Form form, Complaint complaint) {
        TermsForm terms = new TermsForm(form);
        CostView cost = null;
        String owes = null;
        Money reward = terms.isOnChain() ? null : terms.rewardSoFar();
        if (reward != null) {
            try {
                cost = cost(reward, id);
            } catch (RefusedException refused) {
                owes = Complaint.of(refused.error()).message();
            }
        }
        return new TermsPage(
                frame,
                id,
                form,
                form.all("verification"),
                preview(form.text("description")),
                form.given("description") != null || form.given("title") != null,
                terms.criteria(),
                terms.isOnChain(),
                form.text("claimPolicy").equals("bid"),
                cost,
                owes,
                complaint);
    }

    /** No field rule has looked at it yet, and whoever visits may send anything. */
    private static @Nullable RawString preview(String description) {
        return description.codePointCount(0, description.length()) > BountyTerms.DESCRIPTION_MAX
                ? null
                : Markdown.html(description);
    }

    private CostView cost(Money reward, @Nullable String id) {
        return CostView.of(
                quotePosting.handle(
                        new QuotePosting.Command(
                                visit.caller(), reward, id == null ? null : Ids.bounty(id))));
    }
}
