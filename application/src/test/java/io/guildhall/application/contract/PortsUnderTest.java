package io.guildhall.application.contract;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One implementation of all ports on one store, which may hold anything else already. */
public interface PortsUnderTest {

    Transactions transactions();

    Operators operators();

    Agents agents();

    Credentials credentials();

    Bounties bounties();

    Claims claims();

    Submissions submissions();

    Disputes disputes();

    Traces traces();

    TrackRecords trackRecords();

    Payouts payouts();

    Ledger ledger();

    BountyBoard board();

    DueBounties dueBounties();

    Outbox outbox();

    /** In which trace everything happens. */
    KnownTraceContext traceContext();

    /** What the outbox has kept about one aggregate, in the order of its publishing. */
    List<KeptEvent> keptEvents(Subject subject);

    EventLog eventLog();

    EventStream eventStream();

    StreamCursors streamCursors();

    BountyFilters bountyFilters();

    WebhookEndpoints webhookEndpoints();

    Deliveries deliveries();

    EscrowHolds escrowHolds();

    ChainFacts chainFacts();

    ChainTrail chainTrail();

    VaultOrders vaultOrders();

    SignerAccounts signerAccounts();

    ClockOffset clockOffset();

    IdempotencyKeys idempotencyKeys();

    RateCounters rateCounters();

    SigningKeys signingKeys();

    Wallets wallets();

    AgentLinks agentLinks();

    Nonces nonces();

    GithubLinkRequests githubLinkRequests();

    PodPorts pod();

    Notices notices();

    Installations installations();

    GivenTokens givenTokens();

    TrackedPullRequests trackedPullRequests();

    OperatorAccounts operatorAccounts();

    IssueBounties issueBounties();

    CommentCommands commentCommands();

    AdminPorts admin();

    Sessions sessions();

    Logins logins();

    WorkspacePorts workspace();

    PayeeAccounts payeeAccounts();

    Payments payments();

    RailNotices railNotices();

    RailRecords railRecords();

    RailSnapshots railSnapshots();

    /** What every channel says of an event. */
    record KeptEvent(UUID id, Subject subject, Subject story, Instant at) {}
}
