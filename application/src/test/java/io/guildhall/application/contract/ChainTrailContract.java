package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowVault.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of ChainTrail keeps. */
public abstract class ChainTrailContract extends PortContract {

    private static final WalletAddress OTHER = new WalletAddress("0x" + "0f".repeat(20));

    /** Before every other test's, in whose way it would be. */
    private static final Instant MADE = Instant.EPOCH;

    private final Site site = site();

    @Test
    public void trailBeginsWithTheFirstPlace() {
        assertThat(trail().last(site)).isEmpty();
        assertThat(trail().places(site, 10)).isEmpty();

        assertThat(trail().advance(site, null, block(7), MADE)).isTrue();

        assertThat(trail().last(site)).contains(block(7));
    }

    @Test
    public void placesAreKeptNewestFirst() {
        walk(7, 9, 20);

        assertThat(trail().places(site, 2)).containsExactly(block(20), block(9));
        assertThat(trail().places(site, 10)).containsExactly(block(20), block(9), block(7));
    }

    @Test
    public void onlyWhoKnowsWhereItStandsGoesOn() {
        walk(7, 9);

        assertThat(trail().advance(site, block(7), block(20), MADE)).isFalse();
        assertThat(trail().advance(site, null, block(20), MADE)).isFalse();
        assertThat(trail().last(site)).contains(block(9));
    }

    @Test
    public void ofManyThatGoOnAtOnceOneDoes() throws InterruptedException {
        walk(7);
        List<Boolean> gone = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(4, _ -> gone.add(trail().advance(site, block(7), block(8), MADE)));

        assertThat(gone).containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    public void placesAfterAForkAreForgotten() {
        walk(7, 9, 20);

        trail().goBack(site, 9);

        assertThat(trail().last(site)).contains(block(9));
        assertThat(trail().advance(site, block(9), block(10), MADE)).isTrue();
    }

    @Test
    public void placesFarBehindAreForgotten() {
        walk(7, 9, 10_008);

        assertThat(trail().places(site, 10)).containsExactly(block(10_008), block(9));
    }

    @Test
    public void otherContractHasItsOwnTrail() {
        walk(7);

        assertThat(trail().last(site())).isEmpty();
        assertThat(trail().last(new Site(site.chainId() + 1, site.contract(), OTHER, OTHER)))
                .isEmpty();
    }

    private void walk(long... numbers) {
        for (long number : numbers) {
            Block last = trail().last(site).orElse(null);
            assertThat(trail().advance(site, last, block(number), MADE)).isTrue();
        }
    }

    private static Block block(long number) {
        return new Block(number, "0x" + String.format("%064x", number));
    }

    /** No other test's. */
    private Site site() {
        String digits = (ids.next().toString() + ids.next()).replace("-", "");
        return new Site(31_337, new WalletAddress("0x" + digits.substring(24)), OTHER, OTHER);
    }

    private ChainTrail trail() {
        return ports().chainTrail();
    }
}
