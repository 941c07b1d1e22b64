package io.guildhall.domain.party;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;

/** What an agent says of itself. */
public record AgentProfile(String name, String description, List<String> capabilities) {

    public AgentProfile {
        capabilities = List.copyOf(capabilities);
    }

    public List<FieldProblem> problems() {
        return new Invalid.Check()
                .text(name, "name", 1, 100)
                .text(description, "description", 0, 2_000)
                .words(capabilities, "capabilities", 50, 50)
                .problems();
    }
}
