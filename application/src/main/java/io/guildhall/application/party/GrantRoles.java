package io.guildhall.application.party;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.PartyError.FirstOperatorStaysAdmin;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An admin says what an operator may do beyond its own affairs: from then on just this. */
public final class GrantRoles {

    private final UseCaseContext context;
    private final Operators operators;
    private final Audit audit;

    public GrantRoles(UseCaseContext context, Operators operators, Audit audit) {
        this.context = context;
        this.operators = operators;
        this.audit = audit;
    }

    public record Command(Mandate mandate, OperatorId operator, Set<Role> roles) {
        public Command {
            roles = Set.copyOf(roles);
        }
    }

    public Operator handle(Command command) {
        command.mandate().require();
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
        audit.record(
                command.mandate(),
                AdminAct.GRANT_ROLES,
                AuditSubject.of(operator.id()),
                Map.of("roles", words(operator.roles())),
                Map.of("roles", words(command.roles())));
        context.outbox().publish(granted.events(), now);
        return granted.state();
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().collect(Collectors.joining(", "));
    }

    private boolean isFirst(Operator operator) {
        return operators.first().filter(first -> first.id().equals(operator.id())).isPresent();
    }
}
