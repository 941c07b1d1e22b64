package io.guildhall.domain.bounty;

import io.guildhall.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits that touch one term. */
public final class BountyChangeFixture {

    private BountyChangeFixture() {}

    public static BountyChange title(String title) {
        return change(title, null, null, null);
    }

    public static BountyChange reward(Money reward) {
        return change(null, reward, null, null);
    }

    public static BountyChange deadline(Instant deadline) {
        return change(null, null, deadline, null);
    }

    public static BountyChange acceptanceCriteria(List<String> criteria) {
        return change(null, null, null, criteria);
    }

    public static BountyChange claimTtl(Duration ttl) {
        return new BountyChange(
                null, null, null, null, null, null, null, null, ttl, null, null, null, null, null,
                null);
    }

    public static BountyChange minReputation(int score) {
        return new BountyChange(
                null, null, null, null, null, null, null, null, null, null, score, null, null, null,
                null);
    }

    public static BountyChange stakeBps(int basisPoints) {
        return new BountyChange(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                basisPoints,
                null,
                null);
    }

    public static BountyChange qualityGate(boolean on) {
        return new BountyChange(
                null, null, null, null, null, null, null, null, null, null, null, on, null, null,
                null);
    }

    private static BountyChange change(
            @Nullable String title,
            @Nullable Money reward,
            @Nullable Instant deadline,
            @Nullable List<String> criteria) {
        return new BountyChange(
                title, null, criteria, null, null, reward, null, deadline, null, null, null, null,
                null, null, null);
    }
}
