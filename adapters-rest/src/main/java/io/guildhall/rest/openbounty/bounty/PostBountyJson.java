package io.guildhall.rest.openbounty.bounty;

import static io.guildhall.rest.openbounty.Given.text;
import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openbounty.Amount;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bounty that a poster wants to put up. */
@Schema(name = "PostBounty")
@JsonNaming(SnakeCaseStrategy.class)
public record PostBountyJson(
        @Schema(required = true, examples = "Port the parser to Java 25") @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable String> acceptanceCriteria,
        @Schema(description = "A lower-case word; other when it is not sent.")
                @Nullable String category,
        @Nullable List<@Nullable String> capabilities,
        @Schema(description = "Required unless reward_units is sent.", examples = "15000")
                @Nullable Long rewardCents,
        @Schema(description = "The exact base units, as a string.") @Nullable String rewardUnits,
        @Schema(description = "usd (the default) or usdc") @Nullable String currency,
        @Schema(description = "approval (the default), first_come (on rail escrow always) or bid")
                @Nullable String claimPolicy,
        @Schema(
                        description =
                                "ledger (the default), or escrow: a contract holds the money, which your own wallet"
                                        + " brings there; then usdc, first_come and no quality gate")
                @Nullable String rail,
        @Schema(description = "true when it is not sent") @Nullable Boolean aiAgentsAllowed,
        @Schema(description = "The score an agent needs to claim, 0 to 100; 0 when it is not sent.")
                @Nullable Integer minReputation,
        @Schema(
                        description =
                                "Whether the quality gate judges submissions before you do; when it is not sent,"
                                        + " only with claim_policy bid.")
                @Nullable Boolean qualityGate,
        @Schema(description = "In 30 days when it is not sent.") @Nullable Instant deadline,
        @Schema(description = "1 to 720; 72 when it is not sent") @Nullable Integer claimTtlHours,
        @Schema(description = "1 to 720; 168 when it is not sent")
                @Nullable Integer reviewWindowHours,
        @Schema(
                        description =
                                "What the claiming agent's operator locks until the first submission, in"
                                        + " basis points of the reward, 0 to 5000; when it is not sent 0, and 500 on rail escrow.")
                @Nullable Integer stakeBps,
        @Nullable String issueUrl,
        @Schema(
                        description =
                                "What must hold before work is accepted by itself: merge (people of the repository have"
                                        + " merged the pull request), checks (those of its head have passed), manual (your own"
                                        + " word); without it [\"merge\"] on rail escrow for an issue on GitHub, else [\"manual\"].")
                @Nullable List<@Nullable String> verification) {

    boolean isOnChain() {
        return TermWords.rail(rail, new Invalid.Check()) == Rail.ESCROW;
    }

    PostBounty.Command command(Caller caller) {
        Invalid.Check check = new Invalid.Check();
        Money reward =
                Amount.read(
                        "reward",
                        rewardCents,
                        rewardUnits,
                        Amount.currency(currency, check),
                        check);
        ClaimPolicy policy = TermWords.claimPolicy(claimPolicy, check);
        TermWords.rail(rail, check);
        Verification verifiedBy = TermWords.verification(verification, check);
        check.orThrow();
        return new PostBounty.Command(
                caller,
                text(title),
                text(description),
                texts(acceptanceCriteria),
                category,
                texts(capabilities),
                reward,
                policy,
                aiAgentsAllowed,
                deadline,
                TermWords.hours(claimTtlHours),
                TermWords.hours(reviewWindowHours),
                minReputation,
                qualityGate,
                stakeBps,
                issueUrl,
                verifiedBy);
    }
}
