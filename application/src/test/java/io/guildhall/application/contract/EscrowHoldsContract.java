package io.guildhall.application.contract;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.shared.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of EscrowHolds keeps. */
public abstract class EscrowHoldsContract extends PortContract {

    private static final WalletAddress POSTER = new WalletAddress("0x" + "a1".repeat(20));
    private static final WalletAddress AGENT = new WalletAddress("0x" + "b2".repeat(20));
    private static final WalletAddress FEES = new WalletAddress("0x" + "f0".repeat(20));

    @Test
    public void holdIsFoundByEitherId() {
        EscrowHold hold = hold(bounty());

        assertThat(holds().find(hold.bounty())).contains(hold);
        assertThat(holds().find(hold.onchainId())).contains(hold);
        assertThat(holds().find(bounty().id())).isEmpty();
        assertThat(holds().find(new OnchainId(hex()))).isEmpty();
    }

    @Test
    public void onchainIdIsOneBountys() {
        EscrowHold hold = hold(bounty());
        Bounty another = bounty();

        assertThatThrownBy(() ->
                        unit(() ->
                                holds().add(
                                                EscrowHold.of(
                                                        another.id(),
                                                        hold.onchainId(),
                                                        POSTER,
                                                        FEES))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    public void fundingAndFreezeAreKept() {
        EscrowHold hold = hold(bounty());

        EscrowHold funded = saved(hold.funded(new TxHash(hex())));
        EscrowHold frozen = saved(funded.freeze("contract says no", clock.instant()));

        assertThat(holds().find(hold.bounty())).contains(frozen);
        assertThat(holds().funded()).contains(frozen);
        assertThat(holds().frozen()).contains(frozen);

        EscrowHold thawed = saved(frozen.unfreeze());

        assertThat(holds().find(hold.bounty())).contains(thawed).contains(funded);
        assertThat(holds().frozen()).doesNotContain(frozen, thawed);
    }

    @Test
    public void endIsKeptAndTakenBack() {
        EscrowHold funded = saved(hold(bounty()).funded(new TxHash(hex())));
        assertThat(funded.holdsMoney()).isTrue();
        EscrowHold due = saved(funded.due(clock.instant()));
        assertThat(holds().find(funded.bounty())).contains(due);

        EscrowHold ended = saved(due.ended(new TxHash(hex())));

        assertThat(holds().find(funded.bounty())).contains(ended);
        assertThat(ended.holdsMoney()).isFalse();
        assertThat(ended.dueAt()).isNull();
        assertThat(holds().funded()).contains(ended);

        saved(ended.ended(null));

        assertThat(holds().find(funded.bounty())).contains(funded);
    }

    @Test
    public void unfundedIsNotAmongTheFunded() {
        Bounty bounty = bounty();
        EscrowHold hold = hold(bounty);

        assertThat(holds().funded()).doesNotContain(hold);
        assertThat(holds().unfunded(bounty.createdAt())).contains(hold);
        assertThat(holds().unfunded(bounty.createdAt().plusSeconds(1))).doesNotContain(hold);

        EscrowHold funded = saved(hold.funded(new TxHash(hex())));

        assertThat(holds().unfunded(bounty.createdAt())).doesNotContain(hold, funded);
        assertThat(holds().funded()).contains(funded);
    }

    @Test
    public void underWayIsWhatIsNotOverHereOrHoldsMoney() {
        EscrowHold open = hold(bounty());
        EscrowHold awaited = hold(unfunded(bounty()));
        EscrowHold neverFunded = hold(withStatus(unfunded(bounty()), new Expired(clock.instant())));
        EscrowHold late =
                saved(
                        hold(withStatus(unfunded(bounty()), new Expired(clock.instant())))
                                .funded(new TxHash(hex())));

        assertThat(holds().underWay())
                .containsSubsequence(open, awaited, late)
                .doesNotContain(neverFunded);

        EscrowHold over = saved(late.ended(new TxHash(hex())));

        assertThat(holds().underWay()).contains(open).doesNotContain(late, over);
    }

    @Test
    public void bountiesThatNameAnIssueAreListedNewestFirst() {
        EscrowHold first = hold(bounty("https://github.com/org/repo/issues/1"));
        EscrowHold second = hold(bounty("https://github.com/org/repo/issues/2"));
        EscrowHold elsewhere = hold(bounty("https://example.org/issues/3"));
        EscrowHold nowhere = hold(bounty(null));
        EscrowHold unfunded = hold(unfunded(bounty("https://github.com/org/repo/issues/4")));
        EscrowHold neverFunded =
                hold(
                        withStatus(
                                unfunded(bounty("https://github.com/org/repo/issues/5")),
                                new Expired(clock.instant())));

        List<EscrowHold> all =
                pageByPage(page -> holds().withIssue("open", page), hold -> hold.bounty().value());

        assertThat(all).containsSubsequence(second, first);
        assertThat(all).doesNotContain(elsewhere, nowhere, unfunded);
        assertThat(holds().withIssue(null, PageRequest.first(100)).items())
                .containsSubsequence(second, first)
                .doesNotContain(unfunded, neverFunded);
        assertThat(holds().withIssue("expired", PageRequest.first(100)).items())
                .doesNotContain(neverFunded);
        assertThat(holds().withIssue("paid", PageRequest.first(100)).items())
                .doesNotContain(first, second);
    }

    @Test
    public void claimIsFoundAsItWasAddedAndSaved() {
        HeldClaim claim = claim(bounty(), 1);

        assertThat(holds().find(claim.claim())).contains(claim);
        assertThat(holds().find(new ClaimId(ids.next()))).isEmpty();
        assertThat(holds().pendingClaims()).contains(claim);

        HeldClaim settled = claim.madeFinalAt(origin(8));
        unit(() -> holds().save(settled));

        assertThat(holds().find(claim.claim())).contains(settled);
        assertThat(holds().claimsOf(claim.bounty())).containsExactly(settled);
        assertThat(holds().pendingClaims()).doesNotContain(claim, settled);
    }

    @Test
    public void numberOfAClaimThatWasTakenBackIsGivenAgain() {
        Bounty bounty = bounty();
        hold(bounty);
        HeldClaim lost = heldClaim(activeClaim(bounty, agentOf(operator())), 1);
        unit(() -> holds().add(lost));
        Bounty again = bounty();
        hold(again);

        assertThatThrownBy(() -> unit(() -> holds().add(ofBounty(lost, again))))
                .isInstanceOf(RuntimeException.class);

        unit(() -> holds().save(lost.takenBack()));

        assertThat(holds().claimsOf(bounty.id())).containsExactly(lost.takenBack());
        assertThat(holds().pendingClaims()).doesNotContain(lost, lost.takenBack());
    }

    @Test
    public void twoClaimsOfABountyHaveDifferentNumbers() {
        Bounty bounty = bounty();
        hold(bounty);
        Claim first = activeClaim(bounty, agentOf(operator()));
        unit(() -> holds().add(heldClaim(first, 1)));
        Claim second = activeClaim(released(first));

        assertThatThrownBy(() -> unit(() -> holds().add(heldClaim(second, 1))))
                .isInstanceOf(RuntimeException.class);

        unit(() -> holds().save(heldClaim(first, 1).takenBack()));
        unit(() -> holds().add(heldClaim(second, 1)));

        assertThat(holds().claimsOf(bounty.id()))
                .containsExactly(heldClaim(first, 1).takenBack(), heldClaim(second, 1));
    }

    private Claim activeClaim(Claim released) {
        Bounty open = unit(() -> ports().bounties().find(released.bounty()).orElseThrow());
        return activeClaim(open, agentOf(operator()));
    }

    private HeldClaim claim(Bounty bounty, long fence) {
        hold(bounty);
        HeldClaim claim = heldClaim(activeClaim(bounty, agentOf(operator())), fence);
        unit(() -> holds().add(claim));
        return claim;
    }

    private HeldClaim heldClaim(Claim claim, long fence) {
        return new HeldClaim(
                claim.id(),
                claim.bounty(),
                AGENT,
                fence,
                MoneyFixture.usdc(2_500),
                origin(7),
                Standing.PENDING);
    }

    /** The same claim of another bounty, which no store may take. */
    private static HeldClaim ofBounty(HeldClaim claim, Bounty bounty) {
        return new HeldClaim(
                claim.claim(),
                bounty.id(),
                claim.agent(),
                claim.fence(),
                claim.stake(),
                claim.origin(),
                claim.standing());
    }

    private Origin origin(long block) {
        return new Origin(
                block,
                "0x" + "0".repeat(63) + block,
                new TxHash("0x" + "1".repeat(63) + block),
                3,
                clock.instant());
    }

    private EscrowHold hold(Bounty bounty) {
        EscrowHold hold = EscrowHold.of(bounty.id(), new OnchainId(hex()), POSTER, FEES);
        unit(() -> holds().add(hold));
        return hold;
    }

    private EscrowHold saved(EscrowHold hold) {
        unit(() -> holds().save(hold));
        return hold;
    }

    private Bounty bounty() {
        return bounty("https://example.org/issues/7");
    }

    private Bounty bounty(@Nullable String issueUrl) {
        return openBounty(operator(), terms().onChain().issueUrl(issueUrl).build());
    }

    private Bounty unfunded(Bounty bounty) {
        return withStatus(bounty, new AwaitingFunding(clock.instant().plusSeconds(60)));
    }

    /** 64 digits that no other test has. */
    private String hex() {
        return "0x" + (ids.next().toString() + ids.next()).replace("-", "");
    }

    private EscrowHolds holds() {
        return ports().escrowHolds();
    }
}
