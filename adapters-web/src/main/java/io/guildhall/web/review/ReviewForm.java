package io.guildhall.web.review;

import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Review;
import io.guildhall.web.form.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * What a poster says of work, criterion by criterion. A page has several such forms whose fields
 * have the same names; in each lies hidden what it is about, under a name that tells what it does.
 */
final class ReviewForm {

    static final String RETURNED = "returned";
    static final String REJECTED = "rejected";
    static final String DECLINED = "declined";

    /** More than any bounty has. */
    private static final int CRITERIA_MAX = 100;

    private ReviewForm() {}

    static String met(int place) {
        return "met-" + place;
    }

    static String note(int place) {
        return "note-" + place;
    }

    static Review read(Form form) {
        List<CriterionResult> results = new ArrayList<>();
        for (int place = 0; place < CRITERIA_MAX; place++) {
            String met = form.text(met(place));
            if (!met.isEmpty()) {
                results.add(
                        new CriterionResult(
                                place, met.equals("yes"), form.text(note(place)).strip()));
            }
        }
        return new Review(form.text("notes"), results);
    }
}
