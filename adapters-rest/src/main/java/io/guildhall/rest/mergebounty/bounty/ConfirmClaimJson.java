package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.openbounty.Given;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The transaction by which a wallet claimed a bounty. */
@Schema(name = "ConfirmClaim")
public record ConfirmClaimJson(
        @Schema(required = true, description = "0x and 64 hex digits") @Nullable String txHash) {

    static TxHash transactionOf(ConfirmClaimJson json) {
        return TxHash.of(Given.text(json.txHash()))
                .orElseThrow(() ->
                        new RefusedException(
                                Invalid.field("txHash", "must be 0x and 64 hex digits")));
    }
}
