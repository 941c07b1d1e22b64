package io.guildhall.application.contract;

import static io.guildhall.domain.escrow.VaultOrderFixture.origin;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedCall;
import static io.guildhall.domain.escrow.VaultOrderFixture.waitingOrder;
import static io.guildhall.domain.escrow.VaultOrderFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.SignerAccounts.Lease;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every implementation of SignerAccounts keeps. */
public abstract class SignerAccountsContract extends PortContract {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final String ONE = "replica one";
    private static final String OTHER = "replica two";

    /** No other test's. */
    private final SignerAccount account = signerAccount(ids.next());

    @Test
    public void walletThatIsHeldIsNotTakenByAnother() {
        assertThat(take(account, ONE)).isPresent();

        clock.advance(LEASE.minusMillis(1));

        assertThat(take(account, OTHER)).isEmpty();
    }

    @Test
    public void itIsTakenByAnotherWhenItsTimeIsOver() {
        Lease lost = take(account, ONE).orElseThrow();

        clock.advance(LEASE);
        Lease taken = take(account, OTHER).orElseThrow();

        assertThat(taken.account()).isEqualTo(account);
        assertThat(taken.fence()).isGreaterThan(lost.fence());
    }

    @Test
    public void whoHasLostItKeepsAndReservesNothingAnyMore() {
        Lease lost = take(account, ONE).orElseThrow();
        clock.advance(LEASE);
        Lease taken = take(account, OTHER).orElseThrow();

        assertThat(keep(lost)).isFalse();
        assertThat(reserve(lost, 0)).isEmpty();
        unit(() -> accounts().release(lost));

        assertThat(take(account, ONE)).isEmpty();
        assertThat(keep(taken)).isTrue();
        assertThat(reserve(taken, 0)).hasValue(0);
    }

    @Test
    public void keepingItKeepsItLonger() {
        Lease lease = take(account, ONE).orElseThrow();
        clock.advance(LEASE.minusMillis(1));
        assertThat(keep(lease)).isTrue();

        clock.advance(LEASE.minusMillis(1));

        assertThat(take(account, OTHER)).isEmpty();
    }

    @Test
    public void leaseThatNobodyElseTookIsStillItsHoldersAfterItsTime() {
        Lease lease = take(account, ONE).orElseThrow();

        clock.advance(LEASE.multipliedBy(2));

        assertThat(keep(lease)).isTrue();
        assertThat(take(account, OTHER)).isEmpty();
    }

    @Test
    public void whatIsReleasedIsFreeAtOnceAndNoLongerTheHolders() {
        Lease lease = take(account, ONE).orElseThrow();
        unit(() -> accounts().release(lease));

        assertThat(keep(lease)).isFalse();
        assertThat(take(account, OTHER).orElseThrow().fence()).isGreaterThan(lease.fence());
    }

    @Test
    public void aHolderThatTakesItAgainLosesWhatItHeldBefore() {
        Lease before = take(account, ONE).orElseThrow();

        Lease again = take(account, ONE).orElseThrow();

        assertThat(again.fence()).isGreaterThan(before.fence());
        assertThat(keep(before)).isFalse();
        assertThat(keep(again)).isTrue();
    }

    @Test
    public void walletsAndChainsAreHeldEachByItself() {
        assertThat(take(account, ONE)).isPresent();

        assertThat(take(signerAccount(ids.next()), OTHER)).isPresent();
        assertThat(take(new SignerAccount(1, account.wallet()), OTHER)).isPresent();
    }

    @Test
    public void aFailedUnitTakesNothing() {
        assertThatThrownBy(() ->
                        unit(() -> {
                            accounts().take(account, ONE, clock.instant(), until());
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(take(account, OTHER)).isPresent();
    }

    @Test
    public void oneOfManyTakesIt() throws InterruptedException {
        List<Lease> taken = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(4, number -> take(account, "replica " + number).ifPresent(taken::add));

        assertThat(taken).hasSize(1);
    }

    @Test
    public void nonceIsTheFirstThatTheChainHasFree() {
        Lease lease = take(account, ONE).orElseThrow();

        assertThat(reserve(lease, 0)).hasValue(0);
        assertThat(reserve(lease, 7)).hasValue(7);
        assertThat(reserve(lease, 7)).as("nobody used it").hasValue(7);
    }

    @Test
    public void noncesOfOrdersInFlightAreTaken() {
        Lease lease = take(account, ONE).orElseThrow();
        order(new Mined(signedCall(account, 4, 1), origin(4, 1)));
        order(signed(account, 5));
        order(signed(account, 7));
        order(signed(signerAccount(ids.next()), 6));

        assertThat(reserve(lease, 4)).as("a gap is filled").hasValue(6);
        assertThat(reserve(lease, 7)).hasValue(8);
        assertThat(reserve(lease, 9)).hasValue(9);
        assertThat(reserve(lease, 3)).hasValue(3);
    }

    @Test
    public void nonceOfAnOrderThatIsOverIsTheChainsToCount() {
        Lease lease = take(account, ONE).orElseThrow();
        VaultOrder order = order(signed(account, 5));
        assertThat(reserve(lease, 5)).hasValue(6);

        unit(() ->
                ports().vaultOrders()
                        .save(with(order, new Done(origin(5, 1).transaction(), clock.instant()))));

        assertThat(reserve(lease, 6)).hasValue(6);
        assertThat(reserve(lease, 5)).hasValue(5);
    }

    private SignerAccounts accounts() {
        return ports().signerAccounts();
    }

    private Optional<Lease> take(SignerAccount which, String holder) {
        return unit(() -> accounts().take(which, holder, clock.instant(), until()));
    }

    private boolean keep(Lease lease) {
        return unit(() -> accounts().keep(lease, until()));
    }

    private OptionalLong reserve(Lease lease, long free) {
        return unit(() -> accounts().reserve(lease, free));
    }

    private Instant until() {
        return clock.instant().plus(LEASE);
    }

    private VaultOrder order(VaultOrderStatus status) {
        VaultOrder order =
                waitingOrder(new OrderId(ids.next()), openBounty(operator()).id(), "expire:1");
        return unit(() -> {
            ports().vaultOrders().add(order);
            return ports().vaultOrders().save(with(order, status));
        });
    }

    private static Signed signed(SignerAccount account, long nonce) {
        return new Signed(signedCall(account, nonce, 1), null, null, null);
    }
}
