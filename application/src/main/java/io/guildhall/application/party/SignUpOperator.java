package io.guildhall.application.party;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Door;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an operator and its first key. */
public final class SignUpOperator {

    private final UseCaseContext context;
    private final Operators operators;
    private final ApiKeys keys;
    private final SignUps signUps;

    public SignUpOperator(
            UseCaseContext context, Operators operators, ApiKeys keys, SignUps signUps) {
        this.context = context;
        this.operators = operators;
        this.keys = keys;
        this.signUps = signUps;
    }

    /**
     * @param caller null when nobody proved who calls, as is usual here
     * @param requestId under which it is audited where an admin does it
     */
    public record Command(
            @Nullable Caller caller, String name, String email, Door door, String requestId) {}

    /**
     * @param key shown now and never again
     */
    public record SignedUp(Operator operator, String key) {}

    /** Whether anybody may sign up here; else only an admin makes operators. */
    public boolean isOffered() {
        return signUps.open();
    }

    public SignedUp handle(Command command) {
        signUps.mustBeOpenTo(command.caller());
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    var id = new OperatorId(context.ids().next());
                    var signedUp =
                            Operator.signUp(id, command.name(), command.email(), Set.of(), now)
                                    .orThrow();
                    operators.add(signedUp.state());
                    var minted = keys.mint(id, null, command.door(), now);
                    context.outbox().publish(signedUp.events(), now);
                    signUps.auditIfAdmins(command.caller(), signedUp.state(), command.requestId());
                    return new SignedUp(signedUp.state(), minted.key());
                });
    }
}
