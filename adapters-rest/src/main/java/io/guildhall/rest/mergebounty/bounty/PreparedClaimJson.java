package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.application.escrow.PrepareClaim.Prepared;
import io.guildhall.rest.mergebounty.Shown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent's wallet needs to know to claim a bounty. */
@Schema(name = "PreparedClaim")
public record PreparedClaimJson(
        String contractAddress,
        String usdcAddress,
        String onchainBountyId,
        long chainId,
        @Schema(format = "date-time", description = "The bounty's.") String deadline,
        @Schema(description = "In base units.") String amount,
        String currency,
        @Schema(description = "What the claim locks, in base units.") String stakeAmount,
        @Schema(
                        description =
                                "What the wallet has to approve to the contract first, in base units; \"0\" when"
                                        + " it has approved enough.")
                String allowanceNeeded,
        @Schema(
                        description =
                                "What to send to the token first; null when allowanceNeeded is \"0\".")
                @Nullable String approvalCalldata,
        @Schema(
                        description =
                                "What to send to the contract, from the agent's wallet. It holds our signature, without"
                                        + " which the contract takes no claim.")
                String calldata,
        @Schema(
                        format = "date-time",
                        description =
                                "Until when the contract takes calldata, by the chain's clock; ask again then."
                                        + " It is good for one claim, and not once another agent has had the bounty.")
                String calldataExpiresAt,
        @Schema(format = "date-time", description = "When the claim would end if it were made now.")
                String expiresAt) {

    static PreparedClaimJson of(Prepared prepared) {
        var terms = prepared.bounty().terms();
        return new PreparedClaimJson(
                prepared.site().contract().hex(),
                prepared.site().token().hex(),
                prepared.hold().onchainId().hex(),
                prepared.site().chainId(),
                Shown.time(terms.deadline()),
                Shown.units(terms.reward()),
                terms.currency().name(),
                Shown.units(prepared.stake()),
                Shown.units(prepared.allowanceNeeded()),
                prepared.approval(),
                prepared.calldata(),
                Shown.time(prepared.admission().expiresAt()),
                Shown.time(prepared.leaseEndsAt()));
    }
}
