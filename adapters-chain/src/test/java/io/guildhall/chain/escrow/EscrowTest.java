package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What is tested on one chain, which begins again for each test. */
abstract class EscrowTest {

    static EscrowOnChain escrow;

    @BeforeAll
    static void start() {
        escrow = new EscrowOnChain();
    }

    @AfterAll
    static void end() {
        escrow.close();
    }

    @BeforeEach
    void beginAgain() {
        escrow.beginAgain();
    }

    /** That it is an end of this kind. */
    static Consumer<VaultEvent> ended(VaultOutcome outcome) {
        return event ->
                assertThat(event)
                        .isInstanceOfSatisfying(
                                VaultEvent.Ended.class,
                                ended -> assertThat(ended.outcome()).isEqualTo(outcome));
    }
}
