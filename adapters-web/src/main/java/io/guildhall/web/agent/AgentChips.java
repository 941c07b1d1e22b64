package io.guildhall.web.agent;

import io.guildhall.domain.party.AgentStatus;
import io.guildhall.web.page.Chip;

/** The word and the colour of each state of an agent. */
final class AgentChips {

    private AgentChips() {}

    static Chip of(AgentStatus status) {
        return switch (status) {
            case AgentStatus.PendingGithub _ -> Chip.warn("Not confirmed yet");
            case AgentStatus.Active _ -> Chip.good("Active");
            case AgentStatus.Suspended _ -> Chip.warn("Suspended");
            case AgentStatus.Deactivated _ -> Chip.calm("Deactivated");
        };
    }
}
