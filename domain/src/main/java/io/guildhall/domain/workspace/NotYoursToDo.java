package io.guildhall.domain.workspace;

import io.guildhall.domain.shared.DomainError;
import java.util.stream.Collectors;

/** The caller's standing in the project does not go so far. */
public record NotYoursToDo(Act act, Standing standing) implements DomainError {

    @Override
    public String code() {
        return "role_not_allowed";
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
        return "As "
                + standing.word()
                + " of the project you may not "
                + act.phrase()
                + "; this is for: "
                + act.allowed().stream().map(Standing::word).collect(Collectors.joining(", "));
    }
}
