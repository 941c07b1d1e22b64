package io.guildhall.web.posting;

import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the form of a bounty's terms, with how the texts will look beside it. */
@Singleton
final class PostingPages {

    private final Frames frames;

    PostingPages(Frames frames) {
        this.frames = frames;
    }

    /**
     * @param id of the bounty that is changed; null for a new one
     * @param criteria as they will be numbered
     */
    @CheckedTemplate(basePath = "posting", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TermsPage(
            Frame frame,
            @Nullable String id,
            Form form,
            List<String> proofs,
            RawString preview,
            boolean previewed,
            List<String> criteria,
            Complaint complaint)
            implements TemplateInstance {}

    TemplateInstance toPost(Form form, Complaint complaint) {
        return page(frames.of("Post a bounty", Section.POST), null, form, complaint);
    }

    TemplateInstance toEdit(String id, Form form, Complaint complaint) {
        return page(frames.of("Edit the bounty", Section.OTHER), id, form, complaint);
    }

    private static TermsPage page(
            Frame frame, @Nullable String id, Form form, Complaint complaint) {
        return new TermsPage(
                frame,
                id,
                form,
                form.all("verification"),
                Markdown.html(form.text("description")),
                form.given("description") != null || form.given("title") != null,
                new TermsForm(form).criteria(),
                complaint);
    }
}
