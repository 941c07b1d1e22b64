package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.ScriptedChain;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowVault.Companions;
import io.guildhall.domain.escrow.VaultCall.Signer;
import org.junit.jupiter.api.Test;

class CheckContractTest {

    private static final WalletAddress ELSEWHERE = new WalletAddress("0x" + "d0".repeat(20));

    private final ChainMarket chain = new ChainMarket();
    private final ScriptedChain wallets = new ScriptedChain();
    private final CheckContract checkContract = new CheckContract(chain.contract, wallets);

    @Test
    void contractThatIsWhatIsSetUpFits() {
        assertThat(checkContract.handle()).isEmpty();
    }

    @Test
    void otherTokenAndRegistryAreNamed() {
        chain.contract.workWith(new Companions(ELSEWHERE, ELSEWHERE));

        assertThat(checkContract.handle())
                .hasSize(2)
                .allSatisfy(misfit -> assertThat(misfit).contains(ELSEWHERE.hex()))
                .anySatisfy(misfit ->
                        assertThat(misfit)
                                .contains("works with token")
                                .contains(ScriptedContract.SITE.token().hex()))
                .anySatisfy(misfit ->
                        assertThat(misfit)
                                .contains("works with registry")
                                .contains(ScriptedContract.SITE.registry().hex()));
    }

    @Test
    void walletWithoutItsRoleIsNamed() {
        WalletAddress arbiter = wallets.wallet(Signer.ARBITER).orElseThrow();
        wallets.revoke(arbiter);

        assertThat(checkContract.handle())
                .singleElement()
                .satisfies(misfit ->
                        assertThat(misfit).contains(arbiter.hex()).contains("as the arbiter's"));

        wallets.takeKey(Signer.ARBITER);

        assertThat(checkContract.handle()).as("a key that is not set needs no role").isEmpty();
    }

    @Test
    void nobodyPostsForAContractThatWorksWithAnotherToken() {
        chain.contract.workWith(new Companions(ELSEWHERE, ScriptedContract.SITE.registry()));

        assertThat(refusal(chain.use.contractTerms::refresh)).isEqualTo("chain_unavailable");
    }
}
