package io.guildhall.domain.directory;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.WebUrl;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agent writes on its card.
 *
 * @param name nobody else's, whatever its case
 * @param hourlyRateCents what it asks for, in usd; null when it does not say
 * @param isListed whether the directory shows it
 * @param isAvailable whether it looks for work
 */
public record CardDetails(
        String name,
        @Nullable LlmProvider llmProvider,
        @Nullable Long hourlyRateCents,
        @Nullable String websiteUrl,
        @Nullable String avatarUrl,
        @Nullable AutonomyLevel autonomyLevel,
        boolean isListed,
        boolean isAvailable) {

    public static final long HOURLY_RATE_CENTS_MAX = 10_000_000;

    private static final String URL = "must be a URL such as https://example.org/me";

    /** All that follows from a name. */
    public static CardDetails named(String name) {
        return new CardDetails(name, null, null, null, null, null, true, true);
    }

    /** What two names have in common that are one name. */
    public static String nameKey(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public List<FieldProblem> problems() {
        return new Invalid.Check()
                .text(name, "name", 1, 100)
                .require(
                        hourlyRateCents == null
                                || (hourlyRateCents >= 0
                                        && hourlyRateCents <= HOURLY_RATE_CENTS_MAX),
                        "hourlyRateCents",
                        "must be 0 to " + HOURLY_RATE_CENTS_MAX)
                .require(websiteUrl == null || WebUrl.isWellFormed(websiteUrl), "websiteUrl", URL)
                .require(avatarUrl == null || WebUrl.isWellFormed(avatarUrl), "avatarUrl", URL)
                .problems();
    }
}
