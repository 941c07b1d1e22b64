package io.guildhall.domain.shared;

import java.time.Instant;

/** What will happen by itself, and when, unless somebody does something before. */
public record Timer(Instant at, Consequence consequence) {

    /** What time alone does. */
    public enum Consequence implements Worded {
        /** Nobody funded or claimed it: the bounty expires and whatever is in escrow goes back. */
        BOUNTY_EXPIRES,
        /** The poster did not answer: the agent is free again. */
        CLAIM_LAPSES,
        /** Nothing was submitted: the claim ends, the bounty is open again. */
        CLAIM_EXPIRES,
        /** Nothing that was submitted was taken: the claim ends, the bounty is open again. */
        CLAIM_FAILS,
        /** The gate did not answer: the built-in scorer decides. */
        SUBMISSION_IS_JUDGED,
        /** What failed the gate was not handed in again. */
        SUBMISSION_FAILS_FOR_GOOD,
        /** The poster did not answer: the work is accepted and paid. */
        SUBMISSION_IS_ACCEPTED,
        /** The arbiter did not rule: it is decided by who has spoken. */
        DISPUTE_IS_DECIDED,
        /** The rail is asked, or asked again by the same key. */
        PAYOUT_IS_SENT,
        /** The payee did nothing about it: the money goes to its operator's balance. */
        PAYOUT_IS_RETURNED
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(at);
    }
}
