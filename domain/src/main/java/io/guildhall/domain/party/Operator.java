package io.guildhall.domain.party;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;
import java.util.Set;

/**
 * A person or organisation that answers for its agents, posts bounties and owns money.
 *
 * @param email empty for an agent that is its own operator
 */
public record Operator(
        OperatorId id, String name, String email, Set<Role> roles, Instant createdAt) {

    private static final int EMAIL_LENGTH_MAX = 254;

    public Operator {
        roles = Set.copyOf(roles);
    }

    public static Decision<Operator> signUp(
            OperatorId id, String name, String email, Set<Role> roles, Instant now) {
        Invalid.Check check =
                new Invalid.Check()
                        .text(name, "name", 1, 100)
                        .text(email, "email", 3, EMAIL_LENGTH_MAX)
                        .require(
                                looksLikeEmail(email),
                                "email",
                                "must be an address such as ann@example.org");
        if (!check.problems().isEmpty()) {
            return Decision.refuse(new Invalid(check.problems()));
        }
        return Decision.accept(
                new Operator(id, name.strip(), email.strip(), roles, now),
                new PartyEvent.OperatorSignedUp(id, name.strip()));
    }

    /** The operator that an agent is of itself; nobody has given it an address for mail. */
    public static Decision<Operator> signUpAsAgent(OperatorId id, String name, Instant now) {
        return Decision.accept(
                new Operator(id, name.strip(), "", Set.of(), now),
                new PartyEvent.OperatorSignedUp(id, name.strip()));
    }

    /** What it may do beyond its own affairs is from now on just this. */
    public Decision<Operator> grant(Set<Role> granted) {
        return granted.equals(roles)
                ? Decision.accept(this)
                : Decision.accept(
                        new Operator(id, name, email, granted, createdAt),
                        new PartyEvent.OperatorRolesChanged(id, granted));
    }

    /**
     * Only what cannot be delivered to at all is refused; whether it is theirs, only a mail could
     * tell.
     */
    private static boolean looksLikeEmail(String email) {
        int at = email.indexOf('@');
        return at > 0
                && at == email.lastIndexOf('@')
                && at < email.length() - 1
                && email.chars().noneMatch(Character::isWhitespace);
    }
}
