package io.guildhall.web.standing;

import io.guildhall.domain.party.Reputation;
import io.guildhall.web.page.Moment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How somebody's works ended.
 *
 * @param score a number up to 100, or a dash where nobody knows anything yet
 * @param known whether there is anything to tell
 */
public record TrackRecord(
        String score,
        int percent,
        boolean known,
        int works,
        int accepted,
        int acceptedByTime,
        int failed,
        int disputesWon,
        int disputesLost,
        @Nullable String responds) {

    public static TrackRecord of(Reputation reputation) {
        Integer score = reputation.score();
        Duration responds = reputation.responseTime();
        return new TrackRecord(
                score == null ? "–" : score.toString(),
                score == null ? 0 : score,
                score != null,
                reputation.works(),
                reputation.accepted(),
                reputation.acceptedByTime(),
                reputation.failed() + reputation.expired(),
                reputation.disputesWon(),
                reputation.disputesLost(),
                responds == null ? null : Moment.length(responds));
    }
}
