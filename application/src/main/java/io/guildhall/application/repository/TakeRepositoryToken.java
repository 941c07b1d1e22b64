package io.guildhall.application.repository;

import io.guildhall.application.workspace.Team;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryToken;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.workspace.ProjectId;
import java.time.InstantSource;

/**
 * Hands an agent what lets it push code and open pull requests in its project's repository for a
 * while. It is kept nowhere here, but that one was given is.
 */
public final class TakeRepositoryToken {

    private final ProjectRepository projects;
    private final Agents agents;
    private final Suspensions suspensions;
    private final Repositories repositories;
    private final Transactions transactions;
    private final GivenTokens givenTokens;
    private final InstantSource worldClock;

    public TakeRepositoryToken(
            Transactions transactions,
            Team team,
            Agents agents,
            Suspensions suspensions,
            OperatorAccounts accounts,
            Repositories repositories,
            GivenTokens givenTokens,
            InstantSource worldClock) {
        this.projects = new ProjectRepository(team, accounts, repositories);
        this.agents = agents;
        this.suspensions = suspensions;
        this.repositories = repositories;
        this.transactions = transactions;
        this.givenTokens = givenTokens;
        this.worldClock = worldClock;
    }

    public record Command(Caller caller, ProjectId project) {}

    public RepositoryToken handle(Command command) {
        mustBeActive(command.caller());
        RepositoryToken token =
                repositories.token(projects.toWrite(command.caller(), command.project()));
        // Before anybody bears it.
        transactions.run(() -> givenTokens.add(token.repositoryId(), worldClock.instant()));
        return token;
    }

    /** It is a GET, and yet nobody who is suspended is to write code by what it answers. */
    private void mustBeActive(Caller caller) {
        AgentId agent = caller.agent();
        suspensions.mustNotStop(caller.operator(), agent);
        if (agent != null) {
            agents.find(agent)
                    .filter(found -> !found.isActive())
                    .ifPresent(found -> {
                        throw new RefusedException(new AgentNotActive(agent, found.status()));
                    });
        }
    }
}
