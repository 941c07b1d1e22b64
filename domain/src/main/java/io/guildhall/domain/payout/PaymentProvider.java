package io.guildhall.domain.payout;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;

/**
 * The way out of the house for money. Never called inside a unit of work.
 *
 * <p>Sending is idempotent by the instruction's payout id: however often it is asked, money moves
 * at most once, and the answer is about that one movement.
 */
public interface PaymentProvider {

    Rail rail();

    Outcome send(Instruction instruction);

    /**
     * @param asked whether the rail was asked for it before, and may have moved the money
     */
    record Instruction(
            PayoutId key, OperatorId payee, Money amount, Destination to, boolean asked) {}

    /** Where a rail is to send money. */
    sealed interface Destination {

        /**
         * What a sandbox pays out exists nowhere else. A rail that pays somebody sends nothing, and
         * only says whether what it was asked for before has gone.
         */
        record Nowhere() implements Destination {}

        /**
         * @param reference of the payee's account, as its rail names it
         */
        record ToAccount(String reference) implements Destination {}

        /**
         * The way it came.
         *
         * @param receipt of the payment, as its rail names it
         */
        record BackTo(String receipt) implements Destination {}
    }

    /** What the rail says; no clear answer is {@link Unknown}, which is not a failure. */
    sealed interface Outcome {
        record Settled() implements Outcome {}

        record Unknown(String reason) implements Outcome {}

        /** Nothing moved, and trying again later may help. */
        record Failed(String reason) implements Outcome {}

        /** Nothing moved, and nothing will until the payee has done something. */
        record Declined(String reason, String nextAction) implements Outcome {}
    }
}
