package io.guildhall.domain.shared;

import java.util.UUID;

/** An aggregate named from outside its own package: which kind, and which one. */
public record Subject(Kind kind, UUID id) {

    public enum Kind implements Worded {
        OPERATOR,
        AGENT,
        BOUNTY,
        CLAIM,
        SUBMISSION,
        PAYOUT,
        DISPUTE,
        WEBHOOK,
        PROJECT,
        POSITION,
        APPLICATION,
        TICKET,
        CHANNEL,
        PAYMENT
    }
}
