package io.guildhall.rest.openbounty.payment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeStatus.Incomplete;
import io.guildhall.domain.payee.PayeeStatus.Payable;
import io.guildhall.domain.payee.PayeeStatus.Requested;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an operator's withdrawals go. */
@Schema(name = "PayoutAccount")
@JsonNaming(SnakeCaseStrategy.class)
public record PayoutAccountJson(
        @Schema(description = "none, requested, incomplete or payable") String status,
        @Nullable String country,
        @Schema(description = "What Stripe still wants to know, in its own words.")
                List<String> required,
        @Schema(description = "Why Stripe pays nothing out, in its own words.")
                @Nullable String reason,
        @Schema(description = "What to do; null when there is nothing to do.")
                @Nullable String nextAction,
        @Schema(
                        description =
                                "Nothing is sent there before: it is another destination than before.")
                @Nullable Instant usableFrom,
        @Nullable Instant updatedAt) {

    private static final String ONBOARD = "POST /api/payments/onboarding-link, and open its url";

    static PayoutAccountJson of(Optional<PayeeAccount> found, Instant now) {
        if (found.isEmpty()) {
            return new PayoutAccountJson("none", null, List.of(), null, ONBOARD, null, null);
        }
        PayeeAccount account = found.get();
        boolean cooling = now.isBefore(account.usableFrom());
        return switch (account.status()) {
            case Requested _ -> of(account, List.of(), null, ONBOARD, cooling);
            case Incomplete(var required, var reason) ->
                    of(account, required, reason, ONBOARD, cooling);
            case Payable _ ->
                    of(
                            account,
                            List.of(),
                            null,
                            cooling
                                    ? "Wait until usable_from; if it was not you who changed it, rotate your key"
                                    : null,
                            cooling);
        };
    }

    private static PayoutAccountJson of(
            PayeeAccount account,
            List<String> required,
            @Nullable String reason,
            @Nullable String nextAction,
            boolean cooling) {
        return new PayoutAccountJson(
                account.status().word(),
                account.country(),
                required,
                reason,
                nextAction,
                cooling ? account.usableFrom() : null,
                account.updatedAt());
    }
}
