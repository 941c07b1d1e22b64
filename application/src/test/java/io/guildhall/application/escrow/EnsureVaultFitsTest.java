package io.guildhall.application.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose money lies at one contract is not left alone with another. */
class EnsureVaultFitsTest {

    private static final Site SITE = ScriptedContract.SITE;
    private static final Site OTHER_CONTRACT =
            new Site(
                    SITE.chainId(),
                    new WalletAddress("0x" + "d0".repeat(20)),
                    SITE.token(),
                    SITE.registry());
    private static final Site OTHER_CHAIN =
            new Site(1, SITE.contract(), SITE.token(), SITE.registry());

    private final ChainMarket chain = new ChainMarket();
    private final EnsureVaultFits ensureVaultFits =
            new EnsureVaultFits(chain.guildhall.transactions, chain.guildhall.escrowHolds);

    @Test
    void contractThatHoldsTheMoneyFits() {
        chain.open();

        assertThat(ensureVaultFits.handle(chain.contract)).isEmpty();
    }

    @Test
    void neitherAnotherContractNorAnotherChainDoes() {
        Bounty open = chain.open();

        chain.contract.moveTo(OTHER_CONTRACT);
        assertThat(ensureVaultFits.handle(chain.contract)).containsExactly(open.id());
        chain.contract.moveTo(OTHER_CHAIN);
        assertThat(ensureVaultFits.handle(chain.contract)).containsExactly(open.id());
        assertThat(ensureVaultFits.handle(null)).containsExactly(open.id());
    }

    /** Its poster may be funding it at this moment, by call data that names the old one. */
    @Test
    void whatWaitsForMoneyIsUnderWayToo() {
        Bounty posted = chain.posted();

        chain.contract.moveTo(OTHER_CONTRACT);

        assertThat(ensureVaultFits.handle(chain.contract)).containsExactly(posted.id());
    }

    @Test
    void contractAtWhichMoneyLiesThatCameTooLateIsStillNeeded() {
        Bounty late = late();

        chain.contract.moveTo(OTHER_CONTRACT);

        assertThat(ensureVaultFits.handle(chain.contract)).containsExactly(late.id());
    }

    @Test
    void contractWhoseBountiesAreOverMayBeLeft() {
        Bounty bounty = chain.open();
        Bounty late = late();
        for (Bounty over : List.of(bounty, late)) {
            chain.sayForGood(
                    chain.endedUnclaimed(over, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        }

        chain.contract.moveTo(OTHER_CONTRACT);

        assertThat(ensureVaultFits.handle(chain.contract)).isEmpty();
        assertThat(ensureVaultFits.handle(null)).isEmpty();
    }

    /** Over here before its money came. */
    private Bounty late() {
        chain.use.contractTerms.refresh();
        Bounty late = chain.posted();
        chain.expire(late);
        chain.fund(late);
        chain.settle();
        return late;
    }
}
