package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.rest.openbounty.Amount;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.statement.AccountNames;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One transfer as one of the caller's accounts sees it. */
@Schema(name = "LedgerEntry")
@JsonNaming(SnakeCaseStrategy.class)
public record EntryJson(
        @Schema(description = "The transfer's id; its other side has the same.") String id,
        String account,
        @Schema(description = "Of another party's account only its kind.") String counterparty,
        @Schema(description = "What the account gained; below zero where it paid.")
                long amountCents,
        @Nullable String amountUnits,
        String currency,
        @Schema(
                        description =
                                "top_up, escrow, refund, payout, fee, withdrawal, return, stake,"
                                        + " stake_return, stake_forfeit, budget, processor_fee,"
                                        + " chargeback, chargeback_won or debt")
                String purpose,
        @Schema(description = "pending, posted or voided") String status,
        Cause cause,
        Instant createdAt,
        @Schema(description = "When it moved its money, by which statements count it.")
                @Nullable Instant postedAt) {

    /** What the money moved for. */
    @Schema(name = "LedgerEntryCause")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Cause(String kind, String id) {

        static Cause of(Subject subject) {
            return new Cause(subject.kind().word(), OpenBountyIds.of(subject));
        }
    }

    public static EntryJson of(Entry entry, OperatorId reader) {
        Transfer transfer = entry.transfer();
        return new EntryJson(
                OpenBountyIds.TRANSFER.on(transfer.id().value()),
                AccountNames.of(entry.account(), reader),
                AccountNames.of(entry.counterparty(), reader),
                entry.amount().cents(),
                Amount.units(entry.amount()),
                entry.amount().currency().word(),
                transfer.purpose().word(),
                transfer.status().word(),
                Cause.of(transfer.cause()),
                transfer.at(),
                transfer.status() == TransferStatus.POSTED ? transfer.countsFrom() : null);
    }
}
