package io.guildhall.application.inmemory;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.RateCounters;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.DueBounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import java.time.InstantSource;

/** Everything the use cases ask of the outside. */
public record Ports(
        Transactions transactions,
        InstantSource clock,
        IdGenerator ids,
        RandomSource random,
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
        PaymentProvider provider,
        QualityGate qualityGate) {}
