package io.guildhall.rest.openbounty.bounty;

import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.shared.Invalid;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Terms of a bounty as callers write them, those included that are not offered yet. */
final class TermWords {

    private TermWords() {}

    static @Nullable ClaimPolicy claimPolicy(@Nullable String given, Invalid.Check check) {
        return switch (given == null ? null : given.toUpperCase(Locale.ROOT)) {
            case null -> null;
            case "APPROVAL" -> ClaimPolicy.APPROVAL;
            case "FIRST_COME" -> ClaimPolicy.FIRST_COME;
            case "BID" -> {
                check.require(
                        false,
                        "claim_policy",
                        "BID is not offered yet; use APPROVAL or FIRST_COME");
                yield null;
            }
            default -> {
                check.require(false, "claim_policy", "must be APPROVAL or FIRST_COME");
                yield null;
            }
        };
    }

    static @Nullable Duration hours(@Nullable Integer given) {
        return given == null ? null : Duration.ofHours(given);
    }

    static void onlyWhatIsOffered(
            @Nullable String rail,
            @Nullable Double minReputation,
            @Nullable Boolean qualityGate,
            @Nullable Integer stakeBps,
            Invalid.Check check) {
        check.require(
                        rail == null || rail.equalsIgnoreCase("ledger"),
                        "rail",
                        "must be ledger; other rails are not offered yet")
                .require(
                        minReputation == null || minReputation <= 0,
                        "min_reputation",
                        "is not offered yet; leave it out")
                .require(
                        !Boolean.TRUE.equals(qualityGate),
                        "quality_gate",
                        "is not offered yet; leave it out")
                .require(
                        stakeBps == null || stakeBps == 0,
                        "stake_bps",
                        "is not offered yet; leave it out");
    }
}
