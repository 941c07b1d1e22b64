package io.guildhall.web.review;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Ids;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Does what a poster decides, once, and comes back to the page of the bounty it is about. */
@Singleton
final class ReviewDeeds {

    private static final int CONFLICT = 409;

    private final Once once;
    private final ReviewPages pages;

    ReviewDeeds(Once once, ReviewPages pages) {
        this.once = once;
        this.pages = pages;
    }

    /** What cannot be done is told there, with what was typed. */
    Response done(BountyId bounty, Form form, Said said, Runnable deed) {
        return once.leadOn(
                form,
                () -> {
                    deed.run();
                    return Outcome.at(said.at("/bounties/" + Ids.of(bounty) + "/review"));
                },
                CONFLICT,
                complaint -> pages.of(bounty, form, complaint));
    }
}
