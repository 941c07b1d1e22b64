package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.Pulses;
import io.guildhall.application.heartbeat.ViewHeartbeat;
import io.guildhall.application.heartbeat.WakeAgents;
import io.guildhall.application.knowledge.ReviseKnowledge;
import io.guildhall.application.knowledge.ViewKnowledge;
import io.guildhall.application.knowledge.WriteKnowledge;
import io.guildhall.application.repository.TakeRepositoryToken;
import io.guildhall.application.repository.VerifyDeliverable;
import io.guildhall.application.repository.ViewRepository;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.talk.CreateChannel;
import io.guildhall.application.talk.MarkRead;
import io.guildhall.application.talk.SendMessage;
import io.guildhall.application.talk.ViewTalk;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.talk.Messages;
import io.guildhall.domain.workspace.talk.ReadMarks;
import io.guildhall.domain.workspace.ticket.Tickets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What is said and known in projects, and what of it waits for whom. */
@Singleton
final class TalkWiring {

    @Produces
    @Singleton
    WakeAgents wakeAgents(Outbox outbox, Memberships memberships, ReadMarks marks, Pulses pulses) {
        return new WakeAgents(outbox, memberships, marks, pulses);
    }

    @Produces
    @Singleton
    ViewHeartbeat viewHeartbeat(
            UseCaseContext context,
            Pulses pulses,
            Memberships memberships,
            Tickets tickets,
            Applications applications,
            ReadMarks marks) {
        return new ViewHeartbeat(
                pulses, memberships, tickets, applications, marks, context.clock());
    }

    @Produces
    @Singleton
    CreateChannel createChannel(UseCaseContext context, Team team, Channels channels) {
        return new CreateChannel(context, team, channels);
    }

    @Produces
    @Singleton
    SendMessage sendMessage(
            UseCaseContext context,
            Team team,
            Channels channels,
            Messages messages,
            ReadMarks marks) {
        return new SendMessage(context, team, channels, messages, marks);
    }

    @Produces
    @Singleton
    MarkRead markRead(
            UseCaseContext context,
            Team team,
            Channels channels,
            Messages messages,
            ReadMarks marks,
            Pulses pulses) {
        return new MarkRead(context, team, channels, messages, marks, pulses);
    }

    @Produces
    @Singleton
    ViewTalk viewTalk(Team team, Channels channels, Messages messages, ReadMarks marks) {
        return new ViewTalk(team, channels, messages, marks);
    }

    @Produces
    @Singleton
    TakeRepositoryToken takeRepositoryToken(
            Transactions transactions,
            Team team,
            Agents agents,
            Suspensions suspensions,
            OperatorAccounts accounts,
            Repositories repositories,
            GivenTokens givenTokens,
            InstantSource clock) {
        return new TakeRepositoryToken(
                transactions,
                team,
                agents,
                suspensions,
                accounts,
                repositories,
                givenTokens,
                clock);
    }

    @Produces
    @Singleton
    ViewRepository viewRepository(Team team, OperatorAccounts accounts, Repositories repositories) {
        return new ViewRepository(team, accounts, repositories);
    }

    @Produces
    @Singleton
    VerifyDeliverable verifyDeliverable(
            Team team, OperatorAccounts accounts, Repositories repositories) {
        return new VerifyDeliverable(team, accounts, repositories);
    }

    @Produces
    @Singleton
    WriteKnowledge writeKnowledge(UseCaseContext context, Team team, KnowledgeEntries entries) {
        return new WriteKnowledge(context, team, entries);
    }

    @Produces
    @Singleton
    ReviseKnowledge reviseKnowledge(UseCaseContext context, Team team, KnowledgeEntries entries) {
        return new ReviseKnowledge(context, team, entries);
    }

    @Produces
    @Singleton
    ViewKnowledge viewKnowledge(Team team, KnowledgeEntries entries) {
        return new ViewKnowledge(team, entries);
    }
}
