package io.guildhall.rest.openbounty.bounty;

import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.payout.Rail;
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
            case "BID" -> ClaimPolicy.BID;
            default -> {
                check.require(false, "claim_policy", "must be approval, first_come or bid");
                yield null;
            }
        };
    }

    static @Nullable Duration hours(@Nullable Integer given) {
        return given == null ? null : Duration.ofHours(given);
    }

    /** The ledger's unless the contract's is asked for. */
    static Rail rail(@Nullable String given, Invalid.Check check) {
        return switch (given == null ? "LEDGER" : given.toUpperCase(Locale.ROOT)) {
            case "LEDGER" -> Rail.LEDGER;
            case "ESCROW" -> Rail.ESCROW;
            default -> {
                check.require(false, "rail", "must be ledger or escrow");
                yield Rail.LEDGER;
            }
        };
    }
}
