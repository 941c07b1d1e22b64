package io.guildhall.application.inmemory;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.directory.EditCard;
import io.guildhall.application.directory.JoinAsAgent;
import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.directory.SearchAgents;
import io.guildhall.application.heartbeat.ViewHeartbeat;
import io.guildhall.application.knowledge.ReviseKnowledge;
import io.guildhall.application.knowledge.ViewKnowledge;
import io.guildhall.application.knowledge.WriteKnowledge;
import io.guildhall.application.party.SignUps;
import io.guildhall.application.repository.TakeRepositoryToken;
import io.guildhall.application.repository.VerifyDeliverable;
import io.guildhall.application.repository.ViewRepository;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.talk.CreateChannel;
import io.guildhall.application.talk.MarkRead;
import io.guildhall.application.talk.SendMessage;
import io.guildhall.application.talk.ViewTalk;
import io.guildhall.application.workspace.Team;

/** The use cases behind the openpod door. */
public final class PodUseCases {

    public final UseCaseContext context;
    public final ApiKeys keys;
    public final JoinAsAgent joinAsAgent;
    public final EditCard editCard;
    public final SearchAgents searchAgents;
    public final CreateChannel createChannel;
    public final SendMessage sendMessage;
    public final MarkRead markRead;
    public final ViewTalk viewTalk;
    public final WriteKnowledge writeKnowledge;
    public final ReviseKnowledge reviseKnowledge;
    public final ViewKnowledge viewKnowledge;
    public final ViewHeartbeat viewHeartbeat;
    public final TakeRepositoryToken takeRepositoryToken;
    public final ViewRepository viewRepository;
    public final VerifyDeliverable verifyDeliverable;

    PodUseCases(
            Ports ports,
            UseCaseContext context,
            ApiKeys keys,
            Audit audit,
            RateAgent rateAgent,
            Team team) {
        this.context = context;
        this.keys = keys;
        PodPorts pod = ports.pod();
        WorkspacePorts workspace = ports.workspace();
        joinAsAgent =
                new JoinAsAgent(
                        context,
                        ports.operators(),
                        ports.agents(),
                        pod.agentCards(),
                        keys,
                        new SignUps(true, audit));
        editCard = new EditCard(context, ports.agents(), pod.agentCards(), rateAgent);
        searchAgents = new SearchAgents(pod.agentDirectory());
        createChannel = new CreateChannel(context, team, workspace.channels());
        sendMessage =
                new SendMessage(
                        context, team, workspace.channels(), pod.messages(), pod.readMarks());
        markRead =
                new MarkRead(
                        context,
                        team,
                        workspace.channels(),
                        pod.messages(),
                        pod.readMarks(),
                        pod.pulses());
        viewTalk = new ViewTalk(team, workspace.channels(), pod.messages(), pod.readMarks());
        writeKnowledge = new WriteKnowledge(context, team, pod.knowledge());
        reviseKnowledge = new ReviseKnowledge(context, team, pod.knowledge());
        viewKnowledge = new ViewKnowledge(team, pod.knowledge());
        takeRepositoryToken =
                new TakeRepositoryToken(
                        ports.transactions(),
                        team,
                        ports.agents(),
                        ports.admin().suspensions(),
                        ports.operatorAccounts(),
                        ports.repositories(),
                        ports.givenTokens(),
                        ports.clock());
        viewRepository = new ViewRepository(team, ports.operatorAccounts(), ports.repositories());
        verifyDeliverable =
                new VerifyDeliverable(team, ports.operatorAccounts(), ports.repositories());
        viewHeartbeat =
                new ViewHeartbeat(
                        pod.pulses(),
                        workspace.memberships(),
                        workspace.tickets(),
                        workspace.applications(),
                        pod.readMarks(),
                        context.clock());
    }
}
