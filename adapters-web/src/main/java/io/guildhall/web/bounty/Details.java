package io.guildhall.web.bounty;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.shared.WebUrl;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Chips;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Moment;
import io.guildhall.web.standing.Standing;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bounty says.
 *
 * @param description as HTML that cannot do anything
 * @param issueUrl null where there is none, or where no link may be made of it
 */
public record Details(
        String id,
        String title,
        Chip status,
        RawString description,
        boolean described,
        List<String> criteria,
        String category,
        List<String> capabilities,
        @Nullable String issueUrl,
        String posterId,
        int claims,
        Moment posted,
        Moment changed) {

    static Details of(Standing standing) {
        Bounty bounty = standing.bounty();
        BountyTerms terms = bounty.terms();
        Instant now = standing.now();
        String issue = terms.issueUrl();
        return new Details(
                Ids.of(bounty.id()),
                terms.title(),
                Chips.of(bounty.status()),
                Markdown.html(terms.description()),
                !terms.description().isBlank(),
                terms.acceptanceCriteria(),
                terms.category(),
                terms.capabilities(),
                issue != null && WebUrl.isWellFormed(issue) ? issue : null,
                Ids.of(bounty.poster()),
                standing.claims().size(),
                Moment.of(bounty.createdAt(), now),
                Moment.of(bounty.updatedAt(), now));
    }
}
