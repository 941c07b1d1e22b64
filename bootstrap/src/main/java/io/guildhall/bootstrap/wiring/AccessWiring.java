package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.LookUps;
import io.guildhall.application.access.Nonces;
import io.guildhall.application.access.OnceOnly;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.RateCounters;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimits;
import io.guildhall.application.access.RateLimits.Limit;
import io.guildhall.application.access.VerifySignature;
import io.guildhall.application.access.WalletSignatures;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.chain.signature.EthereumWalletSignatures;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Keys, rate limits and idempotency. */
@Singleton
final class AccessWiring {

    @Produces
    @Singleton
    ApiKeys apiKeys(
            RandomSource random, Credentials credentials, IdGenerator ids, LookUps lookUps) {
        return new ApiKeys(random, credentials, ids, lookUps);
    }

    @Produces
    @Singleton
    LookUps lookUps(RateLimits limits, RateLimiter limiter) {
        return new LookUps(limits, limiter);
    }

    @Produces
    @Singleton
    Authenticate authenticate(
            Credentials credentials,
            Operators operators,
            Agents agents,
            Wallets wallets,
            Suspensions suspensions) {
        return new Authenticate(credentials, operators, agents, wallets, suspensions);
    }

    @Produces
    @Singleton
    WalletSignatures walletSignatures() {
        return new EthereumWalletSignatures();
    }

    @Produces
    @Singleton
    VerifySignature verifySignature(
            WalletSignatures signatures, Nonces nonces, InstantSource clock) {
        return new VerifySignature(signatures, nonces, clock);
    }

    @Produces
    @Singleton
    OnceOnly onceOnly(Transactions transactions, IdempotencyKeys keys, InstantSource clock) {
        return new OnceOnly(transactions, keys, clock);
    }

    @Produces
    @Singleton
    RateLimiter rateLimiter(InstantSource clock, RateCounters counters) {
        return new RateLimiter(clock, counters);
    }

    @Produces
    @Singleton
    RateLimits rateLimits(GuildhallConfig config) {
        var limits = config.limits();
        return new RateLimits(
                new Limit(limits.agent().reads(), limits.agent().writes()),
                new Limit(limits.operator().reads(), limits.operator().writes()),
                new Limit(limits.anonymous().reads(), limits.anonymous().writes()));
    }
}
