package io.guildhall.domain.audit;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.shared.Worded;

/**
 * What an admin laid hands on.
 *
 * @param id a UUID where the kind has such ids, else a word
 */
public record AuditSubject(Kind kind, String id) {

    public enum Kind implements Worded {
        OPERATOR,
        AGENT,
        BOUNTY,
        PAYOUT,
        WEBHOOK,
        /** What a rail told by itself, by the rail's own id. */
        RAIL_NOTICE,
        WORKER,
        /** The rails and currencies that a freeze of new funding is about. */
        FUNDING,
        /** Something there is only one of: the clock, the books. */
        INSTALLATION
    }

    public static final AuditSubject CLOCK = new AuditSubject(Kind.INSTALLATION, "clock");

    public static final AuditSubject BOOKS = new AuditSubject(Kind.INSTALLATION, "books");

    public static final AuditSubject SIGNING_KEYS =
            new AuditSubject(Kind.INSTALLATION, "signing_keys");

    public static AuditSubject of(OperatorId operator) {
        return new AuditSubject(Kind.OPERATOR, operator.value().toString());
    }

    public static AuditSubject of(AgentId agent) {
        return new AuditSubject(Kind.AGENT, agent.value().toString());
    }

    public static AuditSubject of(BountyId bounty) {
        return new AuditSubject(Kind.BOUNTY, bounty.value().toString());
    }

    public static AuditSubject of(PayoutId payout) {
        return new AuditSubject(Kind.PAYOUT, payout.value().toString());
    }

    public static AuditSubject of(EndpointId webhook) {
        return new AuditSubject(Kind.WEBHOOK, webhook.value().toString());
    }
}
