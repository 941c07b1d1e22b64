package io.guildhall.application.party;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.PartyError.FirstOperatorStaysAdmin;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Set;

/** An admin says what an operator may do beyond its own affairs: from then on just this. */
public final class GrantRoles {

    private final UseCaseContext context;
    private final Operators operators;

    public GrantRoles(UseCaseContext context, Operators operators) {
        this.context = context;
        this.operators = operators;
    }

    public record Command(Caller caller, OperatorId operator, Set<Role> roles) {
        public Command {
            roles = Set.copyOf(roles);
        }
    }

    public Operator handle(Command command) {
        command.caller().requireAdmin();
        return context.transactions().run(() -> grant(command, context.clock().instant()));
    }

    private Operator grant(Command command, Instant now) {
        Operator operator =
                Visible.orNotFound(operators.find(command.operator()), _ -> true, "operator");
        if (!command.roles().contains(Role.ADMIN) && isFirst(operator)) {
            throw new RefusedException(new FirstOperatorStaysAdmin());
        }
        var granted = operator.grant(command.roles()).orThrow();
        if (granted.events().isEmpty()) {
            return operator;
        }
        operators.save(granted.state());
        context.outbox().publish(granted.events(), now);
        return granted.state();
    }

    private boolean isFirst(Operator operator) {
        return operators.first().filter(first -> first.id().equals(operator.id())).isPresent();
    }
}
