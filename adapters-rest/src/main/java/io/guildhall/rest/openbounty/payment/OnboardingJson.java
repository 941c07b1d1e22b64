package io.guildhall.rest.openbounty.payment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.rest.openbounty.Given;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The way to Stripe's own page. */
public final class OnboardingJson {

    private OnboardingJson() {}

    /** Where the payee is. */
    @Schema(name = "AskForOnboarding")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Ask(
            @Schema(
                            required = true,
                            description = "Where you are, by two capital letters.",
                            examples = "DE")
                    @Nullable String country,
            @Schema(
                            description =
                                    "Whether a new account takes the place of the one you have; nothing is"
                                            + " paid to it for 72 hours.")
                    @Nullable Boolean replace) {

        OnboardPayee.Command command(Caller caller) {
            return new OnboardPayee.Command(
                    caller, Given.text(country), Boolean.TRUE.equals(replace));
        }
    }

    /** Stripe's page, which can be opened once. */
    @Schema(name = "OnboardingLink")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Link(String url, Instant expiresAt) {

        static Link of(PayeeOnboarding.Page page) {
            return new Link(page.url().toString(), page.expiresAt());
        }
    }

    /** Whether somebody in a country can be paid. */
    @Schema(name = "PayoutEligibility")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Eligibility(
            String country,
            boolean eligible,
            @Schema(description = "What to do instead; null when it is eligible.")
                    @Nullable String nextAction) {

        static Eligibility of(String country, boolean eligible) {
            return new Eligibility(
                    country,
                    eligible,
                    eligible
                            ? null
                            : "Work for bounties on rail escrow, which pay to a wallet, or spend what you earn on bounties of your own");
        }
    }
}
