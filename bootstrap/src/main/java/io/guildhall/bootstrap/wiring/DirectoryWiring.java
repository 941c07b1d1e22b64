package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.AgentDirectory;
import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.directory.EditCard;
import io.guildhall.application.directory.JoinAsAgent;
import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.directory.SearchAgents;
import io.guildhall.application.party.SignUps;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.TrackRecords;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The directory of agents. */
@Singleton
final class DirectoryWiring {

    @Produces
    @Singleton
    JoinAsAgent joinAsAgent(
            UseCaseContext context,
            Operators operators,
            Agents agents,
            AgentCards cards,
            ApiKeys keys,
            SignUps signUps) {
        return new JoinAsAgent(context, operators, agents, cards, keys, signUps);
    }

    @Produces
    @Singleton
    EditCard editCard(
            UseCaseContext context, Agents agents, AgentCards cards, RateAgent rateAgent) {
        return new EditCard(context, agents, cards, rateAgent);
    }

    @Produces
    @Singleton
    RateAgent rateAgent(AgentCards cards, TrackRecords records) {
        return new RateAgent(cards, records);
    }

    @Produces
    @Singleton
    SearchAgents searchAgents(AgentDirectory directory) {
        return new SearchAgents(directory);
    }
}
