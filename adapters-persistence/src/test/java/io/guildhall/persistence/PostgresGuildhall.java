package io.guildhall.persistence;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.RateCounters;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.inmemory.ScriptedPaymentProvider;
import io.guildhall.application.inmemory.SeededRandomSource;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The use cases on the ports in PostgreSQL. */
@Singleton
public class PostgresGuildhall {

    public final Ports ports;
    public final UseCases useCases;

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
            Payouts payouts,
            Ledger ledger,
            BountyBoard board,
            IdempotencyKeys idempotencyKeys,
            RateCounters rateCounters) {
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
                        payouts,
                        ledger,
                        board,
                        idempotencyKeys,
                        rateCounters,
                        new ScriptedPaymentProvider());
        useCases = new UseCases(ports);
    }
}
