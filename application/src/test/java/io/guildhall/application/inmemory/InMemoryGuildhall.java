package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.domain.party.AgentRegistrations;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailNoticeReader;
import java.time.Instant;

/**
 * The whole core in memory: the same use cases as on a database, and nothing left when it is gone.
 */
public final class InMemoryGuildhall {

    /** When the clock of a new one stands, unless told otherwise. */
    public static final Instant OPENING = Instant.parse("2026-03-02T09:00:00Z");

    public final TestClock clock;
    public final SequentialIds ids;
    public final SeededRandomSource random;
    public final InMemoryTransactions transactions = new InMemoryTransactions();
    public final InMemoryOutbox outbox;
    public final InMemoryOperators operators = new InMemoryOperators(transactions);
    public final InMemoryAgents agents = new InMemoryAgents(transactions);
    public final InMemoryCredentials credentials = new InMemoryCredentials(transactions);
    public final InMemoryBounties bounties = new InMemoryBounties(transactions);
    public final InMemoryClaims claims = new InMemoryClaims(transactions, agents);
    public final InMemorySubmissions submissions = new InMemorySubmissions(transactions);
    public final InMemoryDisputes disputes = new InMemoryDisputes(transactions);
    public final InMemoryTraces traces = new InMemoryTraces(transactions);
    public final InMemoryTrackRecords trackRecords = new InMemoryTrackRecords(transactions);
    public final InMemoryPayouts payouts = new InMemoryPayouts(transactions);
    public final InMemoryLedger ledger;
    public final InMemoryBountyBoard board = new InMemoryBountyBoard(bounties, claims);
    public final InMemoryVaultOrders vaultOrders = new InMemoryVaultOrders(transactions);
    public final InMemoryEscrowHolds escrowHolds = new InMemoryEscrowHolds(transactions, bounties);
    public final InMemoryChainTrail chainTrail = new InMemoryChainTrail(transactions);
    public final InMemoryDueBounties dueBounties =
            new InMemoryDueBounties(
                    bounties, claims, submissions, disputes, vaultOrders, escrowHolds, chainTrail);
    public final InMemoryEventLog eventLog;
    public final InMemoryEventStream eventStream;
    public final InMemoryStreamCursors streamCursors = new InMemoryStreamCursors(transactions);
    public final InMemoryClockOffset clockOffset = new InMemoryClockOffset(transactions);
    public final InMemoryIdempotencyKeys idempotencyKeys =
            new InMemoryIdempotencyKeys(transactions);
    public final ScriptedGate qualityGate = new ScriptedGate();
    public final InMemoryRateCounters rateCounters = new InMemoryRateCounters();
    public final InMemorySigningKeys signingKeys = new InMemorySigningKeys(transactions);
    public final ScriptedPaymentProvider provider = new ScriptedPaymentProvider();
    public final InMemorySuspensions suspensions = new InMemorySuspensions(transactions);
    public final InMemoryBountyFilters bountyFilters = new InMemoryBountyFilters(transactions);
    public final InMemoryWebhookEndpoints webhookEndpoints =
            new InMemoryWebhookEndpoints(
                    transactions, operators, agents, bountyFilters, suspensions);
    public final InMemoryDeliveries deliveries;
    public final ScriptedWebhookSender webhookSender = new ScriptedWebhookSender();
    public final InMemoryChainFacts chainFacts = new InMemoryChainFacts(transactions);
    public final InMemorySignerAccounts signerAccounts =
            new InMemorySignerAccounts(transactions, vaultOrders);
    public final ScriptedContract contract;
    public final InMemoryWallets wallets = new InMemoryWallets(transactions);
    public final InMemoryAgentLinks agentLinks = new InMemoryAgentLinks(transactions);
    public final KnownTraceContext traceContext = new KnownTraceContext();
    public final InMemoryNonces nonces = new InMemoryNonces(transactions);
    public final ScriptedAgentRegistrations agentRegistrations = new ScriptedAgentRegistrations();
    public final InMemoryGithubLinkRequests githubLinkRequests =
            new InMemoryGithubLinkRequests(transactions);
    public final InMemoryTrackedPullRequests trackedPullRequests =
            new InMemoryTrackedPullRequests(transactions, bounties, claims, agentLinks);
    public final InMemoryNotices notices = new InMemoryNotices(transactions);
    public final InMemoryInstallations installations = new InMemoryInstallations(transactions);
    public final InMemoryGivenTokens givenTokens = new InMemoryGivenTokens(transactions);
    public final ScriptedCodeHost codeHost = new ScriptedCodeHost();
    public final InMemoryRepositories repositories;
    public final InMemoryOperatorAccounts operatorAccounts =
            new InMemoryOperatorAccounts(transactions, agentLinks);
    public final InMemoryIssueBounties issueBounties =
            new InMemoryIssueBounties(transactions, bounties);
    public final InMemoryCommentCommands commentCommands =
            new InMemoryCommentCommands(transactions);
    public final InMemoryAuditLog auditLog = new InMemoryAuditLog(transactions);
    public final InMemoryFundingFreezes fundingFreezes = new InMemoryFundingFreezes(transactions);
    public final InMemoryWorkerBoard workerBoard = new InMemoryWorkerBoard(transactions);
    public final InMemoryWorkerBacklogs workerBacklogs;
    public final InMemoryComparisons comparisons = new InMemoryComparisons(transactions);
    public final InMemorySessions sessions = new InMemorySessions(transactions);
    public final InMemoryLogins logins = new InMemoryLogins(transactions);
    public final InMemoryWorkspace workspace = new InMemoryWorkspace(transactions);
    public final InMemoryAgentCards agentCards = new InMemoryAgentCards(transactions);
    public final InMemoryAgentDirectory agentDirectory =
            new InMemoryAgentDirectory(agentCards, agents);
    public final InMemoryMessages messages = new InMemoryMessages(transactions);
    public final InMemoryReadMarks readMarks =
            new InMemoryReadMarks(transactions, workspace.channels, messages);
    public final InMemoryPulses pulses = new InMemoryPulses(transactions);
    public final InMemoryKnowledgeEntries knowledge = new InMemoryKnowledgeEntries(transactions);

    public final InMemoryPayeeAccounts payeeAccounts = new InMemoryPayeeAccounts(transactions);
    public final InMemoryPayments payments = new InMemoryPayments(transactions);
    public final InMemoryRailNotices railNotices = new InMemoryRailNotices(transactions);
    public final InMemoryRailSnapshots railSnapshots = new InMemoryRailSnapshots(transactions);
    public final InMemoryRailRecords railRecords =
            new InMemoryRailRecords(transactions, payments, payeeAccounts);
    public final ScriptedRail rail;
    public final UseCases useCases;

    public InMemoryGuildhall() {
        this(0, OPENING);
    }

    /**
     * @param seed decides all ids and keys
     */
    public InMemoryGuildhall(long seed, Instant now) {
        clock = new TestClock(now);
        ids = new SequentialIds(seed, clock);
        random = new SeededRandomSource(seed);
        outbox = new InMemoryOutbox(transactions, ids, traceContext);
        eventLog = new InMemoryEventLog(outbox);
        eventStream = new InMemoryEventStream(transactions, outbox);
        deliveries = new InMemoryDeliveries(transactions, outbox, webhookEndpoints);
        ledger = new InMemoryLedger(transactions, clock);
        contract = new ScriptedContract(clock);
        repositories = new InMemoryRepositories(clock);
        workerBacklogs = new InMemoryWorkerBacklogs(this);
        rail = new ScriptedRail(clock);
        useCases = new UseCases(ports());
    }

    public Ports ports() {
        return portsPayingBy(provider);
    }

    /** An installation whose money leaves by another way. */
    public Ports portsPayingBy(PaymentProvider way) {
        return portsOn(way, rail, rail, rail.noticeReader(), rail);
    }

    /** An installation with a rail of its own. */
    public Ports portsOn(
            PaymentProvider way,
            Checkout checkout,
            PayeeOnboarding onboarding,
            RailNoticeReader noticeReader,
            RailBooks books) {
        Outside outside = new Outside(transactions::isInside);
        return new Ports(
                transactions,
                clock,
                ids,
                random,
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
                outside.port(PaymentProvider.class, way),
                outside.port(QualityGate.class, qualityGate),
                bountyFilters,
                webhookEndpoints,
                deliveries,
                outside.port(WebhookSender.class, webhookSender),
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
                outside.port(AgentRegistrations.class, agentRegistrations),
                githubLinkRequests,
                notices,
                installations,
                givenTokens,
                outside.port(CodeHost.class, codeHost),
                outside.port(Repositories.class, repositories),
                trackedPullRequests,
                operatorAccounts,
                issueBounties,
                commentCommands,
                sessions,
                logins,
                workspace.ports(),
                new PodPorts(agentCards, agentDirectory, messages, readMarks, pulses, knowledge),
                new AdminPorts(
                        auditLog,
                        suspensions,
                        fundingFreezes,
                        workerBoard,
                        workerBacklogs,
                        comparisons),
                payeeAccounts,
                outside.port(PayeeOnboarding.class, onboarding),
                payments,
                outside.port(Checkout.class, checkout),
                railNotices,
                noticeReader,
                outside.port(RailBooks.class, books),
                railSnapshots);
    }
}
