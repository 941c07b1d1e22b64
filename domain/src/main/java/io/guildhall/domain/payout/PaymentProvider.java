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
     * Looks for what the rail may have been asked for earlier, however long ago; sends nothing.
     *
     * @param to where it goes now. Where it was to go then does not matter, as far as it was not to
     *     go back the way it came
     */
    Found lookFor(PayoutId key, Destination to);

    /**
     * @param asked whether the rail was asked for it before, and may have moved the money
     */
    record Instruction(
            PayoutId key, OperatorId payee, Money amount, Destination to, boolean asked) {}

    /** Where a rail is to send money. */
    sealed interface Destination {

        /** What a sandbox pays out exists nowhere else; a rail that pays somebody declines. */
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

    /** What a rail knows of an earlier call. */
    sealed interface Found {
        record Gone() implements Found {}

        record Nothing() implements Found {}

        /** It did not say. */
        record Unclear(String reason) implements Found {}
    }
}
