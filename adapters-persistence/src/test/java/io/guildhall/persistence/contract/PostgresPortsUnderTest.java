package io.guildhall.persistence.contract;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.Logins;
import io.guildhall.application.access.Nonces;
import io.guildhall.application.access.RateCounters;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.access.SigningKeys;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.application.inmemory.AdminPorts;
import io.guildhall.application.inmemory.KnownTraceContext;
import io.guildhall.application.inmemory.PodPorts;
import io.guildhall.application.inmemory.WorkspacePorts;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.DueBounties;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.rail.RailRecords;
import io.guildhall.domain.rail.RailSnapshots;
import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** The ports on PostgreSQL, as the contracts ask for them. */
@Singleton
public class PostgresPortsUnderTest implements PortsUnderTest {

    @Inject Transactions transactions;
    @Inject Operators operators;
    @Inject Agents agents;
    @Inject Wallets wallets;
    @Inject AgentLinks agentLinks;
    @Inject Nonces nonces;
    @Inject GithubLinkRequests githubLinkRequests;
    @Inject PodPorts pod;
    @Inject AdminPorts admin;
    @Inject Notices notices;
    @Inject Installations installations;
    @Inject GivenTokens givenTokens;
    @Inject TrackedPullRequests trackedPullRequests;
    @Inject OperatorAccounts operatorAccounts;
    @Inject IssueBounties issueBounties;
    @Inject CommentCommands commentCommands;
    @Inject PayeeAccounts payeeAccounts;
    @Inject Payments payments;
    @Inject RailNotices railNotices;
    @Inject RailRecords railRecords;
    @Inject RailSnapshots railSnapshots;
    @Inject Sessions sessions;
    @Inject Logins logins;
    @Inject Credentials credentials;
    @Inject Bounties bounties;
    @Inject Claims claims;
    @Inject Submissions submissions;
    @Inject Disputes disputes;
    @Inject Traces traces;
    @Inject TrackRecords trackRecords;
    @Inject Payouts payouts;
    @Inject Ledger ledger;
    @Inject BountyBoard board;
    @Inject DueBounties dueBounties;
    @Inject Outbox outbox;
    @Inject EventLog eventLog;
    @Inject EventStream eventStream;
    @Inject StreamCursors streamCursors;
    @Inject BountyFilters bountyFilters;
    @Inject WebhookEndpoints webhookEndpoints;
    @Inject Deliveries deliveries;
    @Inject EscrowHolds escrowHolds;
    @Inject ChainFacts chainFacts;
    @Inject ChainTrail chainTrail;
    @Inject VaultOrders vaultOrders;
    @Inject SignerAccounts signerAccounts;
    @Inject ClockOffset clockOffset;
    @Inject IdempotencyKeys idempotencyKeys;
    @Inject RateCounters rateCounters;
    @Inject SigningKeys signingKeys;
    @Inject WorkspacePorts workspace;
    @Inject KnownTraceContext traceContext;
    @Inject Sql sql;

    @Override
    public List<KeptEvent> keptEvents(Subject subject) {
        return sql.list(
                "SELECT * FROM outbox WHERE subject_id = ? ORDER BY position",
                PostgresPortsUnderTest::keptEvent,
                subject.id());
    }

    @Override
    public KnownTraceContext traceContext() {
        return traceContext;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public WorkspacePorts workspace() {
        return workspace;
    }

    @Override
    public Operators operators() {
        return operators;
    }

    @Override
    public Agents agents() {
        return agents;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public Bounties bounties() {
        return bounties;
    }

    @Override
    public Claims claims() {
        return claims;
    }

    @Override
    public Submissions submissions() {
        return submissions;
    }

    @Override
    public Disputes disputes() {
        return disputes;
    }

    @Override
    public Traces traces() {
        return traces;
    }

    @Override
    public TrackRecords trackRecords() {
        return trackRecords;
    }

    @Override
    public Payouts payouts() {
        return payouts;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public BountyBoard board() {
        return board;
    }

    @Override
    public DueBounties dueBounties() {
        return dueBounties;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public EventLog eventLog() {
        return eventLog;
    }

    @Override
    public EventStream eventStream() {
        return eventStream;
    }

    @Override
    public StreamCursors streamCursors() {
        return streamCursors;
    }

    @Override
    public BountyFilters bountyFilters() {
        return bountyFilters;
    }

    @Override
    public WebhookEndpoints webhookEndpoints() {
        return webhookEndpoints;
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public EscrowHolds escrowHolds() {
        return escrowHolds;
    }

    @Override
    public ChainFacts chainFacts() {
        return chainFacts;
    }

    @Override
    public ChainTrail chainTrail() {
        return chainTrail;
    }

    @Override
    public VaultOrders vaultOrders() {
        return vaultOrders;
    }

    @Override
    public SignerAccounts signerAccounts() {
        return signerAccounts;
    }

    @Override
    public ClockOffset clockOffset() {
        return clockOffset;
    }

    @Override
    public IdempotencyKeys idempotencyKeys() {
        return idempotencyKeys;
    }

    @Override
    public RateCounters rateCounters() {
        return rateCounters;
    }

    @Override
    public SigningKeys signingKeys() {
        return signingKeys;
    }

    private static KeptEvent keptEvent(Row row) throws SQLException {
        return new KeptEvent(
                row.uuid("event_id"),
                subject(row, "subject"),
                subject(row, "story"),
                row.instant("occurred_at"));
    }

    private static Subject subject(Row row, String role) throws SQLException {
        return new Subject(
                Words.parse(Subject.Kind.class, row.text(role + "_kind")), row.uuid(role + "_id"));
    }

    @Override
    public Wallets wallets() {
        return wallets;
    }

    @Override
    public GithubLinkRequests githubLinkRequests() {
        return githubLinkRequests;
    }

    @Override
    public AdminPorts admin() {
        return admin;
    }

    @Override
    public PodPorts pod() {
        return pod;
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public Installations installations() {
        return installations;
    }

    @Override
    public GivenTokens givenTokens() {
        return givenTokens;
    }

    @Override
    public TrackedPullRequests trackedPullRequests() {
        return trackedPullRequests;
    }

    @Override
    public OperatorAccounts operatorAccounts() {
        return operatorAccounts;
    }

    @Override
    public IssueBounties issueBounties() {
        return issueBounties;
    }

    @Override
    public CommentCommands commentCommands() {
        return commentCommands;
    }

    @Override
    public PayeeAccounts payeeAccounts() {
        return payeeAccounts;
    }

    @Override
    public Payments payments() {
        return payments;
    }

    @Override
    public RailRecords railRecords() {
        return railRecords;
    }

    @Override
    public RailSnapshots railSnapshots() {
        return railSnapshots;
    }

    @Override
    public RailNotices railNotices() {
        return railNotices;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public Logins logins() {
        return logins;
    }

    @Override
    public AgentLinks agentLinks() {
        return agentLinks;
    }

    @Override
    public Nonces nonces() {
        return nonces;
    }
}
