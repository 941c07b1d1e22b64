package io.guildhall.application.contract;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.ChainFacts.Recorded;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowVault.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of ChainFacts keeps. */
public abstract class ChainFactsContract extends PortContract {

    private static final WalletAddress SOMEBODY = new WalletAddress("0x" + "a1".repeat(20));
    private static final Site SITE = site(84_532, "c0");

    private static Site site(long chainId, String digits) {
        return new Site(chainId, new WalletAddress("0x" + digits.repeat(20)), SOMEBODY, SOMEBODY);
    }

    private OnchainId bounty() {
        Bounty bounty = openBounty(operator(), terms().onChain().build());
        EscrowHold hold = EscrowHold.of(bounty.id(), new OnchainId(hex()), SOMEBODY, SOMEBODY);
        unit(() -> ports().escrowHolds().add(hold));
        return hold.onchainId();
    }

    @Test
    public void factsOfABountyAreInTheOrderOfTheChain() {
        OnchainId bounty = bounty();
        Recorded last = added(fact(bounty, "claimed", 9, 0, null));
        Recorded second = added(fact(bounty, "funded", 7, 12, "other terms"));
        Recorded first = added(fact(bounty, "funded", 7, 2, null));

        assertThat(facts().of(bounty)).containsExactly(first, second, last);
        assertThat(facts().of(bounty())).isEmpty();
        assertThat(facts().after(SITE, 7)).contains(last).doesNotContain(first, second);
        assertThat(facts().after(SITE, 6)).containsSubsequence(first, second, last);
    }

    @Test
    public void eachContractHasFactsOfItsOwn() {
        Recorded fact = added(fact(bounty(), "funded", 7, 2, null));
        Recorded moved =
                at(fact, new Origin(8, hex(), fact.origin().transaction(), 5, clock.instant()));

        assertThat(facts().after(site(84_532, "c1"), 0)).doesNotContain(fact);
        assertThat(facts().after(site(1, "c0"), 0)).doesNotContain(fact);

        unit(() -> facts().takeBack(fact.origin()));
        unit(() -> facts().adopt(moved));

        assertThat(facts().after(SITE, 0)).contains(moved);
    }

    @Test
    public void factIsRecordedOnce() {
        Recorded fact = fact(bounty(), "funded", 7, 2, null);
        assertThat(facts().contains(fact.origin())).isFalse();

        added(fact);

        assertThat(facts().contains(fact.origin())).isTrue();
        assertLosesRace(() -> facts().add(SITE, fact));
    }

    @Test
    public void whatTheChainTookBackStandsNoMore() {
        Recorded fact = added(fact(bounty(), "funded", 7, 2, null));

        unit(() -> facts().takeBack(fact.origin()));

        assertThat(facts().contains(fact.origin())).isFalse();
        assertThat(facts().of(fact.bounty())).isEmpty();
        assertThat(facts().after(SITE, 0)).doesNotContain(fact);
    }

    @Test
    public void sameSayingInAnotherBlockIsAdoptedOnce() {
        Recorded lost = added(fact(bounty(), "funded", 7, 2, null));
        Recorded moved =
                at(lost, new Origin(8, hex(), lost.origin().transaction(), 5, clock.instant()));
        assertThat(unit(() -> facts().adopt(moved))).isFalse();

        unit(() -> facts().takeBack(lost.origin()));

        assertThat(unit(() -> facts().adopt(moved))).isTrue();
        assertThat(facts().contains(moved.origin())).isTrue();
        assertThat(facts().of(lost.bounty())).containsExactly(moved);
        assertThat(unit(() -> facts().adopt(moved))).isFalse();
    }

    @Test
    public void otherSayingIsNotAdopted() {
        Recorded lost = added(fact(bounty(), "funded", 7, 2, null));
        unit(() -> facts().takeBack(lost.origin()));
        Origin place = new Origin(8, hex(), lost.origin().transaction(), 5, clock.instant());
        Recorded other =
                new Recorded(
                        lost.bounty(), lost.word(), lost.says(), "something else", place, null);
        Recorded ofAnother =
                new Recorded(bounty(), lost.word(), lost.says(), lost.gist(), place, null);

        assertThat(unit(() -> facts().adopt(other))).isFalse();
        assertThat(unit(() -> facts().adopt(ofAnother))).isFalse();
    }

    @Test
    public void sayingAtOtherTimesIsAdoptedInItsOwnWords() {
        Recorded lost = added(fact(bounty(), "claimed", 7, 2, null));
        unit(() -> facts().takeBack(lost.origin()));
        Origin place = new Origin(8, hex(), lost.origin().transaction(), 5, clock.instant());
        Recorded later =
                new Recorded(
                        lost.bounty(), lost.word(), "claimed[8, later]", lost.gist(), place, null);

        assertThat(unit(() -> facts().adopt(later))).isTrue();
        assertThat(facts().of(lost.bounty())).containsExactly(later);
    }

    @Test
    public void transactionThatCameInAnothersPlaceIsAdopted() {
        Recorded lost = added(fact(bounty(), "claimed", 7, 2, null));
        unit(() -> facts().takeBack(lost.origin()));
        Recorded other = at(lost, new Origin(8, hex(), new TxHash(hex()), 5, clock.instant()));

        assertThat(unit(() -> facts().adopt(other))).isTrue();
        assertThat(facts().of(lost.bounty())).containsExactly(other);
    }

    @Test
    public void ofTheSameSaidTwiceEachTransactionAdoptsItsOwn() {
        OnchainId bounty = bounty();
        Recorded first = added(fact(bounty, "split_offered", 7, 2, null));
        Recorded second =
                added(at(first, new Origin(7, hex(), new TxHash(hex()), 3, clock.instant())));
        unit(() -> facts().takeBack(first.origin()));
        unit(() -> facts().takeBack(second.origin()));
        Recorded again =
                at(second, new Origin(8, hex(), second.origin().transaction(), 5, clock.instant()));

        assertThat(unit(() -> facts().adopt(again))).isTrue();
        unit(() -> facts().takeBack(again.origin()));
        assertThat(unit(() -> facts().adopt(first))).isTrue();
        assertThat(facts().of(bounty)).containsExactly(first);
    }

    private static Recorded at(Recorded fact, Origin place) {
        return new Recorded(
                fact.bounty(), fact.word(), fact.says(), fact.gist(), place, fact.objection());
    }

    private Recorded fact(
            OnchainId bounty, String word, long block, int logIndex, @Nullable String objection) {
        Origin origin = new Origin(block, hex(), new TxHash(hex()), logIndex, clock.instant());
        String says = word + "[" + block + "]";
        return new Recorded(bounty, word, says + " at " + clock.instant(), says, origin, objection);
    }

    private Recorded added(Recorded fact) {
        unit(() -> facts().add(SITE, fact));
        return fact;
    }

    /** 64 digits that no other test has. */
    private String hex() {
        return "0x" + (ids.next().toString() + ids.next()).replace("-", "");
    }

    private ChainFacts facts() {
        return ports().chainFacts();
    }
}
