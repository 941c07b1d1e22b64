package io.guildhall.domain.pullrequest;

import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;

/**
 * That a pull request was handed in under its present claim, last.
 *
 * @param head the commit that it ended with then
 * @param merged whether it was merged already
 * @param at by the world's clock, as GitHub's times are
 * @param heardUntil reviews and requests for them up to then, by GitHub's clock, are done with
 * @param closed whether it was turned down since because it was closed
 */
public record HandIn(
        SubmissionId submission,
        String head,
        boolean merged,
        Instant at,
        Instant heardUntil,
        boolean closed) {

    HandIn heard(Instant until) {
        return new HandIn(
                submission,
                head,
                merged,
                at,
                until.isAfter(heardUntil) ? until : heardUntil,
                closed);
    }

    HandIn turnedDown() {
        return new HandIn(submission, head, merged, at, heardUntil, true);
    }
}
