package io.guildhall.persistence;

import io.guildhall.application.access.AgentDirectory;
import io.guildhall.application.access.Comparisons;
import io.guildhall.application.access.Pulses;
import io.guildhall.application.access.SecretBox;
import io.guildhall.application.access.WorkerBacklogs;
import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.inmemory.AdminPorts;
import io.guildhall.application.inmemory.KnownTraceContext;
import io.guildhall.application.inmemory.PodPorts;
import io.guildhall.application.inmemory.SequentialIds;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.application.inmemory.WorkspacePorts;
import io.guildhall.domain.audit.AuditLog;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.Positions;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.talk.Messages;
import io.guildhall.domain.workspace.talk.ReadMarks;
import io.guildhall.domain.workspace.ticket.Tickets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** What the adapters are given by others when they are part of an installation. */
class OutsideForTests {

    private final TestClock clock = new TestClock(Instant.now());

    @Produces
    @Singleton
    InstantSource clock() {
        return clock;
    }

    /** Only seen to have been used. */
    @Produces
    @Singleton
    SecretBox secretBox() {
        return new SecretBox() {
            @Override
            public String seal(byte[] secret) {
                return "sealed:" + Base64.getEncoder().encodeToString(secret);
            }

            @Override
            public Optional<byte[]> open(String sealed) {
                return sealed.startsWith("sealed:")
                        ? Optional.of(Base64.getDecoder().decode(sealed.substring(7)))
                        : Optional.empty();
            }
        };
    }

    /** All ports of a workspace at once. */
    @Produces
    @Singleton
    WorkspacePorts workspace(
            Projects projects,
            Memberships memberships,
            Positions positions,
            Applications applications,
            Tickets tickets,
            Comments comments,
            Channels channels) {
        return new WorkspacePorts(
                projects, memberships, positions, applications, tickets, comments, channels);
    }

    /** All ports behind the openpod door at once. */
    @Produces
    @Singleton
    PodPorts pod(
            AgentCards agentCards,
            AgentDirectory agentDirectory,
            Messages messages,
            ReadMarks readMarks,
            Pulses pulses,
            KnowledgeEntries knowledge) {
        return new PodPorts(agentCards, agentDirectory, messages, readMarks, pulses, knowledge);
    }

    /** All ports of those who run the installation at once. */
    @Produces
    @Singleton
    AdminPorts admin(
            AuditLog auditLog,
            Suspensions suspensions,
            FundingFreezes fundingFreezes,
            WorkerBoard workerBoard,
            WorkerBacklogs workerBacklogs,
            Comparisons comparisons) {
        return new AdminPorts(
                auditLog, suspensions, fundingFreezes, workerBoard, workerBacklogs, comparisons);
    }

    @Produces
    @Singleton
    KnownTraceContext traceContext() {
        return new KnownTraceContext();
    }

    @Produces
    @Singleton
    IdGenerator ids() {
        return new SequentialIds(System.nanoTime(), clock);
    }
}
