package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.party.AgentRegistrations.Finding;
import org.junit.jupiter.api.Test;

class AgentRegistryTest {

    @Test
    void registrationIsReadFromItsTransaction() {
        try (EscrowOnChain escrow = new EscrowOnChain()) {
            var registry = new EthereumAgentRegistry(escrow.nodes, escrow.settings);
            var poster = escrow.deployed.poster();

            assertThat(registry.isActive(poster.address())).isFalse();

            TxHash registration = escrow.deployed.register(poster);
            TxHash again = escrow.deployed.register(poster);
            TxHash other =
                    escrow.deployed.does(poster, new WalletCall.Approve(EscrowOnChain.usdc(1)));

            assertThat(registry.registeredBy(registration))
                    .isInstanceOfSatisfying(
                            Finding.Registered.class,
                            found -> {
                                assertThat(found.agent()).isEqualTo(poster.address());
                                assertThat(found.operator())
                                        .isEqualTo(escrow.deployed.operator().address());
                            });
            assertThat(registry.isActive(poster.address())).isTrue();
            assertThat(registry.registeredBy(again)).isEqualTo(new Finding.NoRegistration());
            assertThat(registry.registeredBy(other)).isEqualTo(new Finding.NoRegistration());
            assertThat(registry.registeredBy(new TxHash("0x" + "7".repeat(64))))
                    .isEqualTo(new Finding.Unknown());
        }
    }
}
