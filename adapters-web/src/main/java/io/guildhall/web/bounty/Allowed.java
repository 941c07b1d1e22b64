package io.guildhall.web.bounty;

import java.util.List;

/** What the reader could successfully do with a bounty now, as the API says it too. */
public record Allowed(List<String> actions) {

    public Allowed {
        actions = List.copyOf(actions);
    }

    public boolean fund() {
        return actions.contains("fund");
    }

    public boolean edit() {
        return actions.contains("edit");
    }

    public boolean cancel() {
        return actions.contains("cancel");
    }

    public boolean dispute() {
        return actions.contains("dispute");
    }

    public boolean any() {
        return fund() || edit() || cancel();
    }
}
