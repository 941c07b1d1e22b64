package io.guildhall.persistence;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.Logins;
import io.guildhall.application.access.Nonces;
import io.guildhall.application.access.RateCounters;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.inmemory.AdminPorts;
import io.guildhall.application.inmemory.InMemoryRepositories;
import io.guildhall.application.inmemory.Outside;
import io.guildhall.application.inmemory.PodPorts;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.inmemory.ScriptedAgentRegistrations;
import io.guildhall.application.inmemory.ScriptedCodeHost;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.application.inmemory.ScriptedGate;
import io.guildhall.application.inmemory.ScriptedPaymentProvider;
import io.guildhall.application.inmemory.ScriptedRail;
import io.guildhall.application.inmemory.ScriptedWebhookSender;
import io.guildhall.application.inmemory.SealedWalletSignatures;
import io.guildhall.application.inmemory.SeededRandomSource;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.inmemory.WorkspacePorts;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.DueBounties;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentRegistrations;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.rail.RailSnapshots;
import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** The use cases on the ports in PostgreSQL. */
@Singleton
public class PostgresGuildhall {

    public final Ports ports;
    public final UseCases useCases;
    public final ScriptedPaymentProvider provider = new ScriptedPaymentProvider();
    public final ScriptedGate qualityGate = new ScriptedGate();
    public final ScriptedRail rail;
    public final InMemoryRepositories repositories;

    PostgresGuildhall(
            Transactions transactions,
            InstantSource clock,
            IdGenerator ids,
            Outbox outbox,
            Operators operators,
            Agents agents,
            Credentials credentials,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Traces traces,
            TrackRecords trackRecords,
            Payouts payouts,
            Ledger ledger,
            BountyBoard board,
            DueBounties dueBounties,
            EventLog eventLog,
            EventStream eventStream,
            StreamCursors streamCursors,
            ClockOffset clockOffset,
            IdempotencyKeys idempotencyKeys,
            RateCounters rateCounters,
            BountyFilters bountyFilters,
            WebhookEndpoints webhookEndpoints,
            Deliveries deliveries,
            VaultOrders vaultOrders,
            SignerAccounts signerAccounts,
            EscrowHolds escrowHolds,
            ChainFacts chainFacts,
            ChainTrail chainTrail,
            Wallets wallets,
            AgentLinks agentLinks,
            Nonces nonces,
            GithubLinkRequests githubLinkRequests,
            Notices notices,
            Installations installations,
            GivenTokens givenTokens,
            TrackedPullRequests trackedPullRequests,
            OperatorAccounts operatorAccounts,
            IssueBounties issueBounties,
            CommentCommands commentCommands,
            Sessions sessions,
            Logins logins,
            WorkspacePorts workspace,
            PodPorts pod,
            AdminPorts admin,
            PayeeAccounts payeeAccounts,
            Payments payments,
            RailNotices railNotices,
            RailSnapshots railSnapshots,
            TransactionSynchronizationRegistry unitOfWork) {
        ScriptedContract contract = new ScriptedContract(clock);
        rail = new ScriptedRail(clock);
        repositories = new InMemoryRepositories(clock);
        Outside outside = new Outside(() -> unitOfWork.getTransactionKey() != null);
        ports =
                new Ports(
                        transactions,
                        clock,
                        ids,
                        new SeededRandomSource(System.nanoTime()),
                        outbox,
                        operators,
                        agents,
                        credentials,
                        bounties,
                        claims,
                        submissions,
                        disputes,
                        traces,
                        trackRecords,
                        payouts,
                        ledger,
                        board,
                        dueBounties,
                        eventLog,
                        eventStream,
                        streamCursors,
                        clockOffset,
                        idempotencyKeys,
                        rateCounters,
                        outside.port(PaymentProvider.class, provider),
                        outside.port(QualityGate.class, qualityGate),
                        bountyFilters,
                        webhookEndpoints,
                        deliveries,
                        outside.port(WebhookSender.class, new ScriptedWebhookSender()),
                        vaultOrders,
                        signerAccounts,
                        escrowHolds,
                        chainFacts,
                        chainTrail,
                        outside.port(EscrowVault.class, contract),
                        outside.port(ChainReader.class, contract),
                        wallets,
                        agentLinks,
                        nonces,
                        new SealedWalletSignatures(),
                        outside.port(AgentRegistrations.class, new ScriptedAgentRegistrations()),
                        githubLinkRequests,
                        notices,
                        installations,
                        givenTokens,
                        outside.port(CodeHost.class, new ScriptedCodeHost()),
                        outside.port(Repositories.class, repositories),
                        trackedPullRequests,
                        operatorAccounts,
                        issueBounties,
                        commentCommands,
                        sessions,
                        logins,
                        workspace,
                        pod,
                        admin,
                        payeeAccounts,
                        outside.port(PayeeOnboarding.class, rail),
                        payments,
                        outside.port(Checkout.class, rail),
                        railNotices,
                        rail.noticeReader(),
                        outside.port(RailBooks.class, rail),
                        railSnapshots);
        useCases = new UseCases(ports);
    }

    /** Another process on the same database: its own clock, and timers for these bounties only. */
    public UseCases replica(Duration ahead, List<BountyId> seesTo) {
        InstantSource clock = () -> ports.clock().instant().plus(ahead);
        return new UseCases(
                new Ports(
                        ports.transactions(),
                        clock,
                        ports.ids(),
                        ports.random(),
                        ports.outbox(),
                        ports.operators(),
                        ports.agents(),
                        ports.credentials(),
                        ports.bounties(),
                        ports.claims(),
                        ports.submissions(),
                        ports.disputes(),
                        ports.traces(),
                        ports.trackRecords(),
                        ports.payouts(),
                        ports.ledger(),
                        ports.board(),
                        (now, after, _) -> after == null ? due(seesTo, now) : List.of(),
                        ports.eventLog(),
                        ports.eventStream(),
                        ports.streamCursors(),
                        ports.clockOffset(),
                        ports.idempotencyKeys(),
                        ports.rateCounters(),
                        ports.provider(),
                        ports.qualityGate(),
                        ports.bountyFilters(),
                        ports.webhookEndpoints(),
                        ports.deliveries(),
                        ports.webhookSender(),
                        ports.vaultOrders(),
                        ports.signerAccounts(),
                        ports.escrowHolds(),
                        ports.chainFacts(),
                        ports.chainTrail(),
                        ports.escrowVault(),
                        ports.chainReader(),
                        ports.wallets(),
                        ports.agentLinks(),
                        ports.nonces(),
                        ports.walletSignatures(),
                        ports.agentRegistrations(),
                        ports.githubLinkRequests(),
                        ports.notices(),
                        ports.installations(),
                        ports.givenTokens(),
                        ports.codeHost(),
                        ports.repositories(),
                        ports.trackedPullRequests(),
                        ports.operatorAccounts(),
                        ports.issueBounties(),
                        ports.commentCommands(),
                        ports.sessions(),
                        ports.logins(),
                        ports.workspace(),
                        ports.pod(),
                        ports.admin(),
                        ports.payeeAccounts(),
                        ports.payeeOnboarding(),
                        ports.payments(),
                        ports.checkout(),
                        ports.railNotices(),
                        ports.railNoticeReader(),
                        ports.railBooks(),
                        ports.railSnapshots()));
    }

    /** Tests share a database and leave things behind that no command would make. */
    private List<BountyId> due(List<BountyId> seesTo, Instant now) {
        return seesTo.stream()
                .filter(id ->
                        ports.dueBounties().due(now, before(id), 1).stream().anyMatch(id::equals))
                .toList();
    }

    private static BountyId before(BountyId id) {
        UUID value = id.value();
        return new BountyId(
                new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() - 1));
    }
}
