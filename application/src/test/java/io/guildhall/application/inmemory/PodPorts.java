package io.guildhall.application.inmemory;

import io.guildhall.application.access.AgentDirectory;
import io.guildhall.domain.directory.AgentCards;

/** What the use cases behind the openpod door ask of the outside beyond everybody's. */
public record PodPorts(AgentCards agentCards, AgentDirectory agentDirectory) {

    PodPorts doomedBy(Crashes crashes) {
        return new PodPorts(crashes.doomed(agentCards), crashes.doomed(agentDirectory));
    }
}
