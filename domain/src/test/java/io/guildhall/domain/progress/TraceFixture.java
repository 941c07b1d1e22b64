package io.guildhall.domain.progress;

import static io.guildhall.domain.bounty.BountyFixture.NOW;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimFixture;
import java.util.UUID;

/** What Bob's agent reports of its work. */
public final class TraceFixture {

    public static final TraceId TRACE = new TraceId(new UUID(0x0198_0000_0000_7000L, 0x80));

    private TraceFixture() {}

    public static Trace publicTrace() {
        return trace(TRACE, ClaimFixture.activeClaim(), Visibility.PUBLIC);
    }

    public static Trace privateTrace() {
        return trace(TRACE, ClaimFixture.activeClaim(), Visibility.PRIVATE);
    }

    public static Trace trace(TraceId id, Claim claim, Visibility visibility) {
        return new Trace(
                id,
                claim.bounty(),
                claim.id(),
                claim.parties(),
                "tests_written",
                "Two tests fail as they should",
                "{\"tests\": 2}",
                visibility,
                NOW);
    }
}
