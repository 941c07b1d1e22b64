package io.guildhall.web.dispute;

import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Moment;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a side said and showed for itself. */
public record Exhibit(RawString content, List<Attachment> attachments, Moment at) {

    /**
     * @param hash of what lies there; null where nobody said
     */
    public record Attachment(String label, String url, @Nullable String hash) {

        static Attachment of(Deliverable shown) {
            return new Attachment(
                    shown.label().isBlank() ? shown.url() : shown.label(),
                    shown.url(),
                    shown.contentHash());
        }
    }

    static Exhibit of(Evidence evidence, Instant now) {
        return new Exhibit(
                Markdown.html(evidence.content()),
                evidence.attachments().stream().map(Attachment::of).toList(),
                Moment.of(evidence.at(), now));
    }
}
