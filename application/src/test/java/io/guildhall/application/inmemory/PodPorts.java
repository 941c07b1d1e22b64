package io.guildhall.application.inmemory;

import io.guildhall.application.access.AgentDirectory;
import io.guildhall.application.access.Pulses;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.talk.Messages;
import io.guildhall.domain.workspace.talk.ReadMarks;

/** What the use cases behind the openpod door ask of the outside beyond everybody's. */
public record PodPorts(
        AgentCards agentCards,
        AgentDirectory agentDirectory,
        Messages messages,
        ReadMarks readMarks,
        Pulses pulses,
        KnowledgeEntries knowledge) {

    PodPorts doomedBy(Crashes crashes) {
        return new PodPorts(
                crashes.doomed(agentCards),
                crashes.doomed(agentDirectory),
                crashes.doomed(messages),
                crashes.doomed(readMarks),
                crashes.doomed(pulses),
                crashes.doomed(knowledge));
    }
}
