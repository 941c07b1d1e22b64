package io.guildhall.rest.openbounty.admin.story;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.rest.openbounty.Amount;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that moved from one account to another. */
@Schema(name = "Transfer")
@JsonNaming(SnakeCaseStrategy.class)
public record TransferJson(
        String id,
        String debitAccount,
        String creditAccount,
        long amountCents,
        @Nullable String amountUnits,
        String currency,
        @Schema(description = "pending, posted or voided") String status,
        String purpose,
        @Schema(description = "On whose behalf it moved.") String cause,
        Instant at) {

    static TransferJson of(Transfer transfer) {
        return new TransferJson(
                OpenBountyIds.TRANSFER.on(transfer.id().value()),
                transfer.debit().code(),
                transfer.credit().code(),
                transfer.amount().cents(),
                Amount.units(transfer.amount()),
                transfer.amount().currency().word(),
                transfer.status().word(),
                transfer.purpose().word(),
                OpenBountyIds.of(transfer.cause()),
                transfer.at());
    }
}
