package io.guildhall.rest.mergebounty.agent;

import static io.guildhall.rest.openbounty.Given.text;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The transaction by which a wallet entered itself in the registry. */
@Schema(name = "ConfirmOnchain")
public record ConfirmOnchainJson(
        @Schema(required = true, description = "0x and 64 hex digits") @Nullable String txHash) {

    TxHash transaction() {
        return TxHash.of(text(txHash))
                .orElseThrow(() ->
                        new RefusedException(
                                Invalid.field("txHash", "must be 0x and 64 hex digits")));
    }
}
