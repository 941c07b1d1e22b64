package io.guildhall.application.inmemory;

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
import java.util.List;

/** The ports in memory, as the contracts ask for them. */
final class InMemoryPortsUnderTest implements PortsUnderTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();

    @Override
    public List<KeptEvent> keptEvents(Subject subject) {
        return guildhall.outbox.kept().stream()
                .filter(kept -> kept.event().subject().equals(subject))
                .map(kept ->
                        new KeptEvent(
                                kept.id(), kept.event().subject(), kept.event().story(), kept.at()))
                .toList();
    }

    @Override
    public KnownTraceContext traceContext() {
        return guildhall.traceContext;
    }

    @Override
    public Transactions transactions() {
        return guildhall.transactions;
    }

    @Override
    public WorkspacePorts workspace() {
        return guildhall.workspace.ports();
    }

    @Override
    public Operators operators() {
        return guildhall.operators;
    }

    @Override
    public Agents agents() {
        return guildhall.agents;
    }

    @Override
    public Credentials credentials() {
        return guildhall.credentials;
    }

    @Override
    public Bounties bounties() {
        return guildhall.bounties;
    }

    @Override
    public Claims claims() {
        return guildhall.claims;
    }

    @Override
    public Submissions submissions() {
        return guildhall.submissions;
    }

    @Override
    public Payouts payouts() {
        return guildhall.payouts;
    }

    @Override
    public Ledger ledger() {
        return guildhall.ledger;
    }

    @Override
    public BountyBoard board() {
        return guildhall.board;
    }

    @Override
    public Outbox outbox() {
        return guildhall.outbox;
    }

    @Override
    public IdempotencyKeys idempotencyKeys() {
        return guildhall.idempotencyKeys;
    }

    @Override
    public RateCounters rateCounters() {
        return guildhall.rateCounters;
    }

    @Override
    public SigningKeys signingKeys() {
        return guildhall.signingKeys;
    }

    @Override
    public Disputes disputes() {
        return guildhall.disputes;
    }

    @Override
    public Traces traces() {
        return guildhall.traces;
    }

    @Override
    public TrackRecords trackRecords() {
        return guildhall.trackRecords;
    }

    @Override
    public EventLog eventLog() {
        return guildhall.eventLog;
    }

    @Override
    public EventStream eventStream() {
        return guildhall.eventStream;
    }

    @Override
    public StreamCursors streamCursors() {
        return guildhall.streamCursors;
    }

    @Override
    public DueBounties dueBounties() {
        return guildhall.dueBounties;
    }

    @Override
    public BountyFilters bountyFilters() {
        return guildhall.bountyFilters;
    }

    @Override
    public WebhookEndpoints webhookEndpoints() {
        return guildhall.webhookEndpoints;
    }

    @Override
    public Deliveries deliveries() {
        return guildhall.deliveries;
    }

    @Override
    public EscrowHolds escrowHolds() {
        return guildhall.escrowHolds;
    }

    @Override
    public ChainFacts chainFacts() {
        return guildhall.chainFacts;
    }

    @Override
    public ChainTrail chainTrail() {
        return guildhall.chainTrail;
    }

    @Override
    public VaultOrders vaultOrders() {
        return guildhall.vaultOrders;
    }

    @Override
    public SignerAccounts signerAccounts() {
        return guildhall.signerAccounts;
    }

    @Override
    public ClockOffset clockOffset() {
        return guildhall.clockOffset;
    }

    @Override
    public Wallets wallets() {
        return guildhall.wallets;
    }

    @Override
    public AgentLinks agentLinks() {
        return guildhall.agentLinks;
    }

    @Override
    public Nonces nonces() {
        return guildhall.nonces;
    }

    @Override
    public GithubLinkRequests githubLinkRequests() {
        return guildhall.githubLinkRequests;
    }

    @Override
    public AdminPorts admin() {
        return guildhall.ports().admin();
    }

    @Override
    public PodPorts pod() {
        return guildhall.ports().pod();
    }

    @Override
    public Notices notices() {
        return guildhall.notices;
    }

    @Override
    public Installations installations() {
        return guildhall.installations;
    }

    @Override
    public GivenTokens givenTokens() {
        return guildhall.givenTokens;
    }

    @Override
    public TrackedPullRequests trackedPullRequests() {
        return guildhall.trackedPullRequests;
    }

    @Override
    public OperatorAccounts operatorAccounts() {
        return guildhall.operatorAccounts;
    }

    @Override
    public IssueBounties issueBounties() {
        return guildhall.issueBounties;
    }

    @Override
    public CommentCommands commentCommands() {
        return guildhall.commentCommands;
    }

    @Override
    public PayeeAccounts payeeAccounts() {
        return guildhall.payeeAccounts;
    }

    @Override
    public Payments payments() {
        return guildhall.payments;
    }

    @Override
    public RailRecords railRecords() {
        return guildhall.railRecords;
    }

    @Override
    public RailSnapshots railSnapshots() {
        return guildhall.railSnapshots;
    }

    @Override
    public RailNotices railNotices() {
        return guildhall.railNotices;
    }

    @Override
    public Sessions sessions() {
        return guildhall.sessions;
    }

    @Override
    public Logins logins() {
        return guildhall.logins;
    }
}
