package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.SecretBox;
import io.guildhall.application.access.TraceContext;
import io.guildhall.application.escrow.EscrowOrders;
import io.guildhall.application.funding.NewFunding;
import io.guildhall.application.heartbeat.WakeAgents;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.bootstrap.observation.Traceparent;
import io.guildhall.bootstrap.platform.AesSecretBox;
import io.guildhall.bootstrap.platform.InstallationSecret;
import io.guildhall.bootstrap.platform.SecureRandomSource;
import io.guildhall.bootstrap.platform.TimeOrderedIds;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Time, ids, randomness, secrets, and the context that every use case is handed. */
@Singleton
final class PlatformWiring {

    /**
     * In microseconds, as the database keeps it: what is answered and what is read later are the
     * same.
     */
    @Produces
    @Singleton
    InstantSource clock() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Produces
    @Singleton
    IdGenerator ids() {
        return new TimeOrderedIds();
    }

    @Produces
    @Singleton
    RandomSource random() {
        return new SecureRandomSource();
    }

    @Produces
    @Singleton
    TraceContext traceContext() {
        return new Traceparent();
    }

    @Produces
    @Singleton
    SecretBox secretBox(GuildhallConfig config, RandomSource random) {
        return new AesSecretBox(
                InstallationSecret.of(config.secret(), config.data(), random), random);
    }

    @Produces
    @Singleton
    UseCaseContext context(
            Transactions transactions,
            MarketClock clock,
            IdGenerator ids,
            WakeAgents wakeAgents,
            EscrowOrders orders,
            NewFunding funding) {
        return new UseCaseContext(transactions, clock, ids, wakeAgents::publish, orders, funding);
    }

    @Produces
    @Singleton
    FeeTerms fees(GuildhallConfig config) {
        return new FeeTerms(config.feeBasisPoints());
    }
}
