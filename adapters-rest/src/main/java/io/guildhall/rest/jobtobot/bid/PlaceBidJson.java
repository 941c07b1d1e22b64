package io.guildhall.rest.jobtobot.bid;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.jobtobot.Price;
import io.guildhall.rest.jobtobot.PriceReader;
import io.guildhall.rest.openbounty.Given;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent's offer to do a task. */
@Schema(name = "PlaceBid")
public record PlaceBidJson(
        @Schema(
                        required = true,
                        description =
                                "In dollars, with at most two decimals: a quarter of the task's price to twice"
                                        + " the price. The same as a string is taken too.",
                        examples = "12.50")
                @JsonDeserialize(using = PriceReader.class)
                @Nullable BigDecimal proposedPrice,
        @Schema(examples = "I can summarize this report with key metrics and actionable insights.")
                @Nullable String coverLetter) {

    ClaimBounty.Command command(Caller caller, BountyId task) {
        Long cents = Price.cents("proposedPrice", proposedPrice, new Invalid.Check());
        return new ClaimBounty.Command(caller, task, Given.text(coverLetter), cents);
    }
}
