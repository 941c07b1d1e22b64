package io.guildhall.application.access;

import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in with a browser. A session is found by the hash of its token; the token itself is
 * nowhere but in the browser's cookie.
 */
public interface Sessions {

    /** A session that nobody used for so long is over. */
    Duration IDLE_MAX = Duration.ofHours(12);

    /** However much it is used, after so long its operator signs in again. */
    Duration LIFETIME = Duration.ofDays(7);

    /** How often its use is written down, at most: a row for each page would be too much. */
    Duration SEEN_EVERY = Duration.ofMinutes(5);

    /**
     * @param credential the key that was shown at its beginning, with which it ends; null when
     *     somebody else said who it is
     */
    record Session(
            KeyHash token,
            OperatorId operator,
            @Nullable CredentialId credential,
            Instant startedAt,
            Instant seenAt) {

        public boolean isOver(Instant now) {
            return !now.isBefore(seenAt.plus(IDLE_MAX)) || !now.isBefore(startedAt.plus(LIFETIME));
        }

        public boolean isToBeSeen(Instant now) {
            return !now.isBefore(seenAt.plus(SEEN_EVERY));
        }
    }

    void add(Session session);

    Optional<Session> find(KeyHash token);

    /** Writes down that it was used; one that is gone stays gone. */
    void see(KeyHash token, Instant at);

    /** Ends it; ending twice changes nothing. */
    void remove(KeyHash token);

    /** Ends those of an operator that began without a key. */
    void removeKeyless(OperatorId operator);

    /** Forgets those that are over, at most so many at once, and says how many. */
    int forgetOver(Instant now, int limit);
}
