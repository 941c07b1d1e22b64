package io.guildhall.application.contract;

import static io.guildhall.domain.escrow.VaultOrderFixture.BLOCK;
import static io.guildhall.domain.escrow.VaultOrderFixture.ONCHAIN_ID;
import static io.guildhall.domain.escrow.VaultOrderFixture.origin;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedCall;
import static io.guildhall.domain.escrow.VaultOrderFixture.waitingOrder;
import static io.guildhall.domain.escrow.VaultOrderFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.WorkRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of VaultOrders keeps. */
public abstract class VaultOrdersContract extends PortContract {

    private static final WalletAddress AGENT = new WalletAddress("0x" + "b2".repeat(20));
    private static final Digest NOTES = Digest.of("notes");

    /** No other test's. */
    private final SignerAccount account = signerAccount(ids.next());

    @Test
    public void orderIsFoundAsItWasAdded() {
        VaultOrder order = added(bounty(), "expire:1");

        assertThat(found(order)).isEqualTo(order);
        assertThat(orders().of(order.bounty())).containsExactly(order);
        assertThat(orders().find(new OrderId(ids.next()))).isEmpty();
        assertThat(orders().of(bounty())).isEmpty();
    }

    @Test
    public void bountyHasOneOrderOfAKey() {
        VaultOrder first = added(bounty(), "expire:1");

        assertThat(add(order(first.bounty(), "expire:1"))).isFalse();
        assertThat(orders().of(first.bounty())).containsExactly(first);

        assertThat(add(order(first.bounty(), "expire:2"))).isTrue();
        assertThat(add(order(bounty(), "expire:1"))).isTrue();
    }

    @Test
    public void keyThatCameToItsEndIsNotGivenAgain() {
        VaultOrder first = saved(added(bounty(), "expire:1"), new Withdrawn(clock.instant()));

        assertThat(add(order(first.bounty(), "expire:1"))).isFalse();
        assertThat(orders().of(first.bounty())).containsExactly(first);
    }

    @Test
    public void sameOrderGivenAtOnceIsAddedOnce() throws InterruptedException {
        BountyId bounty = bounty();
        List<Boolean> added = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(4, _ -> added.add(add(order(bounty, "expire:1"))));

        assertThat(added).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(orders().of(bounty)).hasSize(1);
    }

    @Test
    public void everyCallIsKept() {
        var work = new WorkRef(AGENT, 2, 1, NOTES);
        List<VaultCall> calls =
                List.of(
                        new VaultCall.SubmitWork(ONCHAIN_ID, AGENT, 2, NOTES),
                        new VaultCall.AcceptWork(ONCHAIN_ID, work),
                        new VaultCall.AcceptUnanswered(ONCHAIN_ID),
                        new VaultCall.SendBack(ONCHAIN_ID, work, SentBackAs.REJECTED, NOTES),
                        new VaultCall.SendBack(
                                ONCHAIN_ID, work, SentBackAs.REVISION_REQUESTED, NOTES),
                        new VaultCall.Expire(ONCHAIN_ID),
                        new VaultCall.OpenDispute(ONCHAIN_ID, AGENT, 2, 0, Side.AGENT, NOTES),
                        new VaultCall.OpenDispute(ONCHAIN_ID, AGENT, 2, 3, Side.POSTER, NOTES),
                        new VaultCall.AnswerDispute(ONCHAIN_ID, 1, NOTES),
                        new VaultCall.RuleDispute(ONCHAIN_ID, 1, 10_000),
                        new VaultCall.TimeOutDispute(ONCHAIN_ID));
        assertThat(calls.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(VaultCall.class.getPermittedSubclasses());
        BountyId bounty = bounty();

        for (VaultCall call : calls) {
            Instant now = clock.instant();
            String key = "call:" + orders().of(bounty).size();
            VaultOrder order =
                    VaultOrder.give(new OrderId(ids.next()), bounty, key, call, now, now);
            add(order);

            assertThat(found(order)).isEqualTo(order);
        }
    }

    @Test
    public void everyStatusIsKept() {
        Instant at = clock.instant();
        Instant later = at.plus(Duration.ofMinutes(2)).plusNanos(1_000);
        Origin origin = origin(4, 2);
        List<VaultOrderStatus> statuses =
                List.of(
                        new Waiting(later, null),
                        new Waiting(later, "NotDue(9)"),
                        new Signed(signedCall(account, 3, 1), null, null, null),
                        new Signed(signedCall(account, 3, 2), later, Signed.UNDERPRICED, BLOCK),
                        new Mined(signedCall(account, 4, 2), origin),
                        new Done(origin.transaction(), at),
                        new Failed("NotDue(9)", at),
                        new Withdrawn(at));
        assertThat(statuses.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(VaultOrderStatus.class.getPermittedSubclasses());
        VaultOrder order = added(bounty(), "expire:1");

        for (VaultOrderStatus status : statuses) {
            VaultOrder saved = unit(() -> orders().save(with(found(order), status, 3)));

            assertThat(saved.version()).isGreaterThan(order.version());
            assertThat(found(order)).isEqualTo(saved);
            assertThat(found(order).status()).isEqualTo(status);
        }
    }

    @Test
    public void statusThatSomebodySavedSinceIsARaceLost() {
        VaultOrder stale = added(bounty(), "expire:1");
        Done done = new Done(origin(3, 1).transaction(), clock.instant());
        saved(stale, done);

        assertLosesRace(() -> orders().save(with(stale, new Withdrawn(clock.instant()))));

        assertThat(found(stale).status()).isEqualTo(done);
    }

    @Test
    public void onlyWaitingOrdersAreWithdrawn() {
        BountyId bounty = bounty();
        VaultOrder done = saved(added(bounty, "a"), done());
        VaultOrder mined = saved(added(bounty, "b"), mined(2));
        VaultOrder signed = saved(added(bounty, "c"), signed(3));
        VaultOrder refused =
                saved(added(bounty, "d"), new Waiting(clock.instant(), "WrongStatus()"));
        VaultOrder waiting = added(bounty, "e");
        VaultOrder another = added(bounty(), "e");
        Instant now = clock.advance(Duration.ofSeconds(1));

        assertThat(unit(() -> orders().withdrawWaiting(bounty, now))).isEqualTo(2);
        assertThat(unit(() -> orders().withdrawWaiting(bounty, now))).isZero();

        assertThat(List.of(found(done), found(mined), found(signed), found(another)))
                .containsExactly(done, mined, signed, another);
        for (VaultOrder withdrawn : List.of(refused, waiting)) {
            VaultOrder found = found(withdrawn);
            assertThat(found.status()).isEqualTo(new Withdrawn(now));
            assertThat(found.updatedAt()).isEqualTo(now);
            assertThat(found.version()).isGreaterThan(withdrawn.version());
        }
    }

    @Test
    public void ordersOfABountyStandInTheOrderOfTheirAdding() {
        BountyId bounty = bounty();
        VaultOrder first = added(bounty, "z");
        clock.advance(Duration.ofSeconds(-10));
        VaultOrder second = added(bounty, "a");
        saved(first, signed(1));

        assertThat(orders().of(bounty))
                .extracting(VaultOrder::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    public void orderIsDueFromItsTimeOn() {
        Instant at = clock.instant().plusSeconds(60);
        VaultOrder order = saved(added(bounty(), "a"), new Waiting(at, null));

        assertThat(due(Signer.RELAYER, at.minusMillis(1))).doesNotContain(order);
        assertThat(due(Signer.RELAYER, at)).contains(order);
        assertThat(due(Signer.ARBITER, at)).doesNotContain(order);
    }

    @Test
    public void orderIsDueToWhoeverSignsItsCall() {
        Instant now = clock.instant();
        VaultOrder ruling =
                VaultOrder.give(
                        new OrderId(ids.next()),
                        bounty(),
                        "rule:1",
                        new VaultCall.RuleDispute(ONCHAIN_ID, 1, 5_000),
                        now,
                        now);
        add(ruling);

        assertThat(due(Signer.ARBITER, now)).contains(ruling);
        assertThat(due(Signer.RELAYER, now)).doesNotContain(ruling);
    }

    @Test
    public void longestDueComesFirstAndNoMoreThanAskedFor() {
        // Long before whatever other tests left.
        Instant start = Instant.EPOCH.plusSeconds(Math.floorMod(System.nanoTime(), 1_000_000_000));
        VaultOrder second = saved(added(bounty(), "a"), new Waiting(start.plusSeconds(1), null));
        VaultOrder first = saved(added(bounty(), "a"), new Waiting(start, null));

        assertThat(due(Signer.RELAYER, start.plusSeconds(1))).containsSubsequence(first, second);
        assertThat(orders().due(Signer.RELAYER, start.plusSeconds(1), 1)).hasSize(1);
        List.of(first, second).forEach(order -> saved(order, new Withdrawn(start)));
    }

    @Test
    public void onlyTheFirstOrderOfABountyIsDue() {
        BountyId bounty = bounty();
        Instant now = clock.instant();
        VaultOrder first = saved(added(bounty, "a"), new Waiting(now.plusSeconds(60), "NotDue(9)"));
        VaultOrder second = added(bounty, "b");

        assertThat(due(Signer.RELAYER, now)).doesNotContain(first, second);
        assertThat(due(Signer.RELAYER, now.plusSeconds(60))).contains(first).doesNotContain(second);
    }

    @Test
    public void whatTimeDecidesWaitsForNoRuling() {
        BountyId bounty = bounty();
        Instant now = clock.instant();
        VaultOrder ruling =
                given(bounty, "rule_dispute:1", new VaultCall.RuleDispute(ONCHAIN_ID, 1, 5_000));
        VaultOrder stuck = saved(ruling, signed(6));
        VaultOrder timeOut =
                given(bounty, "time_out_dispute:1", new VaultCall.TimeOutDispute(ONCHAIN_ID));
        VaultOrder expire = given(bounty, "expire:1", new VaultCall.Expire(ONCHAIN_ID));

        assertThat(due(Signer.RELAYER, now)).contains(timeOut).doesNotContain(expire);
        saved(stuck, done());
    }

    private VaultOrder given(BountyId bounty, String key, VaultCall call) {
        Instant now = clock.instant();
        VaultOrder order = VaultOrder.give(new OrderId(ids.next()), bounty, key, call, now, now);
        add(order);
        return order;
    }

    @Test
    public void nextOrderIsDueWhenTheOneBeforeIsInABlockOrOver() {
        Instant now = clock.instant();
        for (VaultOrderStatus before :
                List.of(mined(5), done(), new Failed("NotDue(9)", now), new Withdrawn(now))) {
            BountyId bounty = bounty();
            VaultOrder first = saved(added(bounty, "a"), signed(5));
            VaultOrder second = added(bounty, "b");
            assertThat(due(Signer.RELAYER, now)).doesNotContain(first, second);

            VaultOrder ended = saved(first, before);

            assertThat(due(Signer.RELAYER, now)).contains(second).doesNotContain(ended);
            saved(ended, done());
        }
    }

    @Test
    public void ordersInFlightAreTheWalletsByTheirNonces() {
        VaultOrder third = saved(added(bounty(), "a"), signed(12));
        VaultOrder first = saved(added(bounty(), "a"), mined(3));
        VaultOrder second = saved(added(bounty(), "a"), signed(4));
        saved(added(bounty(), "a"), done());
        added(bounty(), "a");
        saved(
                added(bounty(), "a"),
                new Signed(signedCall(signerAccount(ids.next()), 5, 1), null, null, null));

        assertThat(orders().inFlight(account)).containsExactly(first, second, third);
        assertThat(orders().inFlight(new SignerAccount(1, account.wallet())))
                .as("another chain")
                .isEmpty();
    }

    @Test
    public void walletsWhoseNoncesAreHeldAreKnown() {
        SignerAccount mined = signerAccount(ids.next());
        SignerAccount idle = signerAccount(ids.next());
        saved(added(bounty(), "a"), signed(3));
        saved(added(bounty(), "a"), signed(4));
        saved(added(bounty(), "a"), new Mined(signedCall(mined, 1, 1), origin(1, 1)));
        VaultOrder over =
                saved(added(bounty(), "a"), new Signed(signedCall(idle, 1, 1), null, null, null));
        saved(over, done());

        assertThat(orders().accountsInFlight(account.chainId()))
                .contains(account, mined)
                .doesNotContain(idle)
                .doesNotHaveDuplicates();
        assertThat(orders().accountsInFlight(account.chainId() + 1)).doesNotContain(account, mined);
    }

    @Test
    public void nonceIsOneOrdersWhileItIsInFlight() {
        VaultOrder holder = saved(added(bounty(), "a"), signed(3));
        VaultOrder other = added(bounty(), "a");

        assertThatThrownBy(() -> saved(other, signed(3))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> saved(other, mined(3))).isInstanceOf(RuntimeException.class);
        assertThat(found(other)).isEqualTo(other);

        saved(holder, done());
        assertThat(saved(other, signed(3)).status()).isEqualTo(signed(3));
    }

    private VaultOrders orders() {
        return ports().vaultOrders();
    }

    private BountyId bounty() {
        return openBounty(operator()).id();
    }

    private boolean add(VaultOrder order) {
        return unit(() -> orders().add(order));
    }

    private VaultOrder order(BountyId bounty, String key) {
        return waitingOrder(new OrderId(ids.next()), bounty, key);
    }

    private VaultOrder added(BountyId bounty, String key) {
        VaultOrder order = order(bounty, key);
        assertThat(add(order)).isTrue();
        return order;
    }

    private VaultOrder found(VaultOrder order) {
        return orders().find(order.id()).orElseThrow();
    }

    private VaultOrder saved(VaultOrder order, VaultOrderStatus status) {
        return unit(() -> orders().save(with(order, status)));
    }

    private List<VaultOrder> due(Signer signer, Instant now) {
        return orders().due(signer, now, 100_000);
    }

    private Signed signed(long nonce) {
        return new Signed(signedCall(account, nonce, 1), null, null, null);
    }

    private Mined mined(long nonce) {
        return new Mined(signedCall(account, nonce, 1), origin(nonce, 1));
    }

    private Done done() {
        return new Done(origin(3, 1).transaction(), clock.instant());
    }
}
