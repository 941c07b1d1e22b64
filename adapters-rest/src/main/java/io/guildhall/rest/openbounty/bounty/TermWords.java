package io.guildhall.rest.openbounty.bounty;

import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.SmallLetters;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terms of a bounty as callers write them, those included that are not offered yet. */
final class TermWords {

    private TermWords() {}

    static @Nullable ClaimPolicy claimPolicy(@Nullable String given, Invalid.Check check) {
        return switch (given == null ? null : SmallLetters.of(given)) {
            case null -> null;
            case "approval" -> ClaimPolicy.APPROVAL;
            case "first_come" -> ClaimPolicy.FIRST_COME;
            case "bid" -> ClaimPolicy.BID;
            default -> {
                check.require(false, "claim_policy", "must be approval, first_come or bid");
                yield null;
            }
        };
    }

    static @Nullable Verification verification(
            @Nullable List<@Nullable String> given, Invalid.Check check) {
        if (given == null) {
            return null;
        }
        Set<Proof> proofs = EnumSet.noneOf(Proof.class);
        for (String word : given) {
            switch (word == null ? "" : SmallLetters.of(word)) {
                case "merge" -> proofs.add(Proof.MERGE);
                case "checks" -> proofs.add(Proof.CHECKS);
                case "manual" -> proofs.add(Proof.MANUAL);
                default ->
                        check.require(
                                false, "verification", "must hold only merge, checks and manual");
            }
        }
        return new Verification(proofs);
    }

    static @Nullable Duration hours(@Nullable Integer given) {
        return given == null ? null : Duration.ofHours(given);
    }

    /** The ledger's unless the contract's is asked for. */
    static Rail rail(@Nullable String given, Invalid.Check check) {
        return switch (given == null ? "ledger" : SmallLetters.of(given)) {
            case "ledger" -> Rail.LEDGER;
            case "escrow" -> Rail.ESCROW;
            default -> {
                check.require(false, "rail", "must be ledger or escrow");
                yield Rail.LEDGER;
            }
        };
    }
}
