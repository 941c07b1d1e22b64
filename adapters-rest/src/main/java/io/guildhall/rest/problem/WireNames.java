package io.guildhall.rest.problem;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names of the domain's fields at the doors that write them in snake_case. */
public final class WireNames {

    /** The names that say more on the wire than their domain name does: the unit. */
    private static final Map<String, String> WITH_UNIT =
            Map.of(
                    "reward", "reward_cents",
                    "proposedReward", "proposed_reward_cents",
                    "amount", "amount_cents",
                    "payout", "payout_cents",
                    "budget", "budget_cents",
                    "budgetCap", "budget_cap_cents",
                    "claimTtl", "claim_ttl_hours",
                    "reviewWindow", "review_window_hours");

    private static final Pattern NAME =
            Pattern.compile("(?<![A-Za-z0-9_-])[a-z][A-Za-z0-9]*(?![A-Za-z0-9_-])");
    private static final Pattern HUMP = Pattern.compile("[A-Z]");

    private WireNames() {}

    /** Translates every name of a path such as {@code deliverables[0].contentHash}. */
    public static String of(String path) {
        return NAME.matcher(path).replaceAll(WireNames::name);
    }

    private static String name(MatchResult found) {
        String name = found.group();
        String withUnit = WITH_UNIT.get(name);
        return withUnit != null
                ? withUnit
                : HUMP.matcher(name)
                        .replaceAll(hump -> "_" + hump.group().toLowerCase(Locale.ROOT));
    }
}
