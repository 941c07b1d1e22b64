package io.guildhall.application.party;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Door;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the installation has its admin: on the very first start it is made, with the
 * given key or one of our making; a key given later is taken as another one of the same operator. A
 * key that was revoked stays so, whoever still gives it.
 */
public final class EnsureFirstOperator {

    private final UseCaseContext context;
    private final Operators operators;
    private final Credentials credentials;
    private final ApiKeys keys;

    public EnsureFirstOperator(
            UseCaseContext context, Operators operators, Credentials credentials, ApiKeys keys) {
        this.context = context;
        this.operators = operators;
        this.credentials = credentials;
        this.keys = keys;
    }

    /**
     * @param madeKey is to be shown once; null when none was made
     * @param givenKeyIsRevoked whether the given key is none, since somebody revoked it
     */
    public record Outcome(@Nullable String madeKey, boolean givenKeyIsRevoked) {}

    /**
     * @param givenKey at least 32 characters, or null
     * @throws IllegalArgumentException when the given key is too short to be safe, or would never
     *     be taken for a key
     */
    public Outcome handle(@Nullable String givenKey) {
        if (givenKey != null && !ApiKeys.mayBeAKey(givenKey)) {
            throw new IllegalArgumentException(
                    "The bootstrap key must have at least "
                            + ApiKeys.CHOSEN_KEY_LENGTH_MIN
                            + " characters, and may begin like a key of ours ("
                            + Door.OPENBOUNTY.operatorPrefix()
                            + " for one) only if it is one");
        }
        return context.transactions().run(() -> ensure(givenKey));
    }

    private Outcome ensure(@Nullable String givenKey) {
        Instant now = context.clock().instant();
        Optional<Operator> first = first();
        OperatorId id = first.map(Operator::id).orElseGet(() -> create(now));
        if (givenKey == null) {
            return new Outcome(
                    first.isPresent() ? null : keys.mint(id, null, Door.OPENBOUNTY, now).key(),
                    false);
        }
        KeyHash hash = KeyHash.of(givenKey);
        boolean isLive = credentials.findLive(hash).isPresent();
        boolean isRevoked = !isLive && credentials.wasRevoked(hash);
        if (!isLive && !isRevoked) {
            keys.adopt(id, givenKey, now);
        }
        return new Outcome(null, isRevoked);
    }

    private Optional<Operator> first() {
        Optional<Operator> seen = operators.first();
        if (seen.isPresent()) {
            return seen;
        }
        // Of replicas that start for the first time at once, one makes it.
        operators.lock();
        return operators.first();
    }

    private OperatorId create(Instant now) {
        var id = new OperatorId(context.ids().next());
        var admin =
                Operator.signUp(id, "Administrator", "admin@localhost", Set.of(Role.ADMIN), now)
                        .orThrow();
        operators.add(admin.state());
        context.outbox().publish(admin.events(), now);
        return id;
    }
}
