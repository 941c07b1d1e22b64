package io.guildhall.application.inmemory;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.directory.EditCard;
import io.guildhall.application.directory.JoinAsAgent;
import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.directory.SearchAgents;
import io.guildhall.application.shared.UseCaseContext;

/** The use cases behind the openpod door. */
public final class PodUseCases {

    public final JoinAsAgent joinAsAgent;
    public final EditCard editCard;
    public final SearchAgents searchAgents;

    PodUseCases(Ports ports, UseCaseContext context, ApiKeys keys, RateAgent rateAgent) {
        PodPorts pod = ports.pod();
        joinAsAgent =
                new JoinAsAgent(
                        context, ports.operators(), ports.agents(), pod.agentCards(), keys, true);
        editCard = new EditCard(context, ports.agents(), pod.agentCards(), rateAgent);
        searchAgents = new SearchAgents(pod.agentDirectory());
    }
}
