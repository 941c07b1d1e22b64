package io.guildhall.web;

import io.guildhall.application.bounty.PostBounty;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounties as different people would post them. */
public final class Postings {

    private Postings() {}

    public static PostBounty.Command bounty(Caller poster, String title, Money reward) {
        return bounty(poster, title, reward, "", List.of(), "code", List.of(), null, null);
    }

    public static PostBounty.Command bounty(
            Caller poster,
            String title,
            Money reward,
            String description,
            List<String> criteria,
            String category,
            List<String> capabilities,
            @Nullable ClaimPolicy policy,
            @Nullable Instant deadline) {
        return new PostBounty.Command(
                poster,
                title,
                description,
                criteria,
                category,
                capabilities,
                reward,
                policy,
                true,
                deadline,
                null,
                Duration.ofDays(3),
                0,
                null,
                null,
                null);
    }
}
