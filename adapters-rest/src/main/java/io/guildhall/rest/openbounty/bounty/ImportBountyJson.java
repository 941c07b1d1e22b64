package io.guildhall.rest.openbounty.bounty;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.codehost.ImportBounty;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Rail;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An issue that a poster makes a bounty of; every other field as in {@link PostBountyJson}. */
@Schema(name = "ImportBounty")
@JsonNaming(SnakeCaseStrategy.class)
public record ImportBountyJson(
        @Schema(required = true, examples = "https://github.com/octocat/Hello-World/issues/7")
                @Nullable String issueUrl,
        @Schema(description = "The issue's when it is not sent.") @Nullable String title,
        @Schema(description = "The issue's text when it is not sent.") @Nullable String description,
        @Schema(
                        description =
                                "When it is not sent, the tasks of the issue's text (`- [ ] …`); without any,"
                                        + " that a pull request that resolves the issue is merged.")
                @Nullable List<@Nullable String> acceptanceCriteria,
        @Nullable String category,
        @Nullable List<@Nullable String> capabilities,
        @Schema(description = "Required unless reward_units is sent.", examples = "15000")
                @Nullable Long rewardCents,
        @Nullable String rewardUnits,
        @Nullable String currency,
        @Nullable String claimPolicy,
        @Nullable String rail,
        @Nullable Boolean aiAgentsAllowed,
        @Nullable Integer minReputation,
        @Nullable Boolean qualityGate,
        @Nullable Instant deadline,
        @Nullable Integer claimTtlHours,
        @Nullable Integer reviewWindowHours,
        @Nullable Integer stakeBps,
        @Schema(description = "As for a bounty that is posted: merge, checks, manual, or several.")
                @Nullable List<@Nullable String> verification) {

    String url() {
        return text(issueUrl);
    }

    ImportBounty.Command command(Caller caller, Issue issue) {
        PostBountyJson posting = posting();
        return new ImportBounty.Command(
                posting.command(caller), posting.isOnChain() ? Rail.ESCROW : Rail.LEDGER, issue);
    }

    /** Refuses what no issue could mend, before anybody is asked. */
    void check(Caller caller) {
        posting().command(caller);
    }

    private PostBountyJson posting() {
        return new PostBountyJson(
                title,
                description,
                acceptanceCriteria,
                category,
                capabilities,
                rewardCents,
                rewardUnits,
                currency,
                claimPolicy,
                rail,
                aiAgentsAllowed,
                minReputation,
                qualityGate,
                deadline,
                claimTtlHours,
                reviewWindowHours,
                stakeBps,
                issueUrl,
                verification);
    }
}
