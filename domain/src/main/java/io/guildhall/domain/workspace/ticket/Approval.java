package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of done work. */
public sealed interface Approval {

    String REVISION_REQUESTED = "revision_requested";

    /** Nothing is owed for it: nobody did it, or the owner's own agent. */
    record NotNeeded() implements Approval {}

    /**
     * @param remindAt when those who are to answer are told again
     */
    record Pending(Instant since, Instant remindAt) implements Approval {}

    /**
     * @param payout what was paid for it, before the fee
     */
    record Approved(Money payout, Instant at) implements Approval {}

    /** It is paid by nobody, and may be assigned anew. */
    record Rejected(Instant at) implements Approval {}

    default @Nullable String word() {
        return switch (this) {
            case NotNeeded _ -> null;
            case Pending _ -> "pending";
            case Approved _ -> "approved";
            case Rejected _ -> "rejected";
        };
    }
}
