package io.guildhall.bootstrap.work;

import io.guildhall.application.escrow.CarryOutOrders;
import io.guildhall.application.escrow.CheckContract;
import io.guildhall.application.escrow.ContractTerms;
import io.guildhall.application.escrow.FollowChain;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.bootstrap.observation.ContractFits;
import io.guildhall.domain.shared.RefusedException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What goes on between us and the contract, where there is one; on every replica at once. */
@Singleton
final class ChainWorkers {

    private static final Logger LOG = Logger.getLogger(ChainWorkers.class);

    private final Optional<FollowChain> followChain;
    private final Optional<CarryOutOrders> carryOutOrders;
    private final Optional<CheckContract> checkContract;
    private final ContractTerms contractTerms;
    private final ContractFits contractFits;
    private final Rota rota;

    ChainWorkers(
            Optional<FollowChain> followChain,
            Optional<CarryOutOrders> carryOutOrders,
            Optional<CheckContract> checkContract,
            ContractTerms contractTerms,
            @Wellness ContractFits contractFits,
            Rota rota) {
        this.followChain = followChain;
        this.carryOutOrders = carryOutOrders;
        this.checkContract = checkContract;
        this.contractTerms = contractTerms;
        this.contractFits = contractFits;
        this.rota = rota;
    }

    @Scheduled(
            identity = "chain",
            every = "${guildhall.chain.poll:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void followChain() {
        followChain.ifPresent(follow ->
                unlessUnavailable(
                        "The chain is not followed",
                        () -> rota.goWhileFull(Worker.CHAIN, follow::handle)));
    }

    @Scheduled(
            identity = "contract-terms",
            every = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void hearTerms() {
        if (followChain.isPresent()) {
            unlessUnavailable("The contract's terms are not heard", contractTerms::refresh);
        }
        checkContract.ifPresent(check ->
                unlessUnavailable(
                        "The contract is not compared with the settings",
                        () -> contractFits.found(check.handle())));
    }

    @Scheduled(
            identity = "orders",
            every = "${guildhall.chain.poll:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void carryOutOrders() {
        carryOutOrders.ifPresent(orders ->
                unlessUnavailable(
                        "Nothing is told the contract",
                        () -> rota.goWhileFull(Worker.ORDERS, () -> orders.handle() > 0)));
    }

    private static void unlessUnavailable(String otherwise, Runnable round) {
        try {
            round.run();
        } catch (RefusedException outage) {
            LOG.warnf("%s now and later tries again: %s", otherwise, outage.getMessage());
        }
    }
}
