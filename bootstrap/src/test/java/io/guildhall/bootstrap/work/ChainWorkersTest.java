package io.guildhall.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.escrow.CheckContract;
import io.guildhall.application.inmemory.ScriptedChain;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.bootstrap.observation.ContractFits;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowVault.Companions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What goes on between us and the contract, by the clock. */
class ChainWorkersTest {

    private static final Duration ANSWERS_AFTER = Duration.ofMinutes(1);

    private final Market market = new Market();
    private final ScriptedContract contract = market.guildhall.contract;
    private final Rota rota = market.use.admin.rota;
    private final WorkersLive check = new WorkersLive(new Loops(rota), rota);
    private final ContractFits contractFits = new ContractFits();
    private final ChainWorkers workers =
            new ChainWorkers(
                    Optional.of(market.use.followChain),
                    Optional.empty(),
                    Optional.of(new CheckContract(contract, new ScriptedChain())),
                    market.use.contractTerms,
                    contractFits,
                    rota);
    private final List<Duration> agesOfSuccess = new ArrayList<>();

    @Test
    void firstTimeThroughTheChainIsNoReasonForARestart() {
        contract.mine(1_000);
        answerSlowly();

        workers.followChain();

        // Five pieces, and behind the last ones a look at what is not final yet.
        assertThat(agesOfSuccess)
                .hasSizeGreaterThan(70)
                .allMatch(age -> age.compareTo(Duration.ofMinutes(6)) <= 0);
    }

    @Test
    void contractThatIsNotWhatIsSetUpIsAReasonToWakeSomebody() {
        workers.hearTerms();
        assertThat(contractFits.call().getStatus()).isEqualTo(Status.UP);

        contract.workWith(
                new Companions(
                        new WalletAddress("0x" + "d0".repeat(20)),
                        ScriptedContract.SITE.registry()));
        workers.hearTerms();

        assertThat(contractFits.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(contractFits.call().getData().orElseThrow().get("misfits"))
                .asString()
                .contains("works with token");

        contract.beSilent(true);
        workers.hearTerms();
        assertThat(contractFits.call().getStatus())
                .as("as it was found last")
                .isEqualTo(Status.DOWN);
    }

    private void answerSlowly() {
        contract.afterFacts(() -> {
            market.guildhall.clock.advance(ANSWERS_AFTER);
            assertThat(check.call().getStatus()).isEqualTo(Status.UP);
            Instant lastWell = Objects.requireNonNull(rota.lastWell(Worker.CHAIN));
            agesOfSuccess.add(Duration.between(lastWell, market.guildhall.clock.instant()));
            answerSlowly();
        });
    }
}
