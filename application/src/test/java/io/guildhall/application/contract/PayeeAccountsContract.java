package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeOnboarding.Facts;
import io.guildhall.domain.payee.PayeeStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of PayeeAccounts keeps. */
public abstract class PayeeAccountsContract extends PortContract {

    private static final Facts PAYABLE = new Facts(true, List.of(), null, "bank-1");
    private static final Facts WANTING =
            new Facts(false, List.of("external_account", "tos"), "requirements.past_due", null);

    @Test
    public void everyStatusIsKept() {
        PayeeAccount requested = requested();
        PayeeAccount opened = opened(requested());
        PayeeAccount wanting = told(opened(requested()), WANTING);
        PayeeAccount payable = told(opened(requested()), PAYABLE);

        assertThat(
                        Stream.of(requested, opened, wanting, payable)
                                .<Class<?>>map(account -> account.status().getClass())
                                .distinct())
                .containsExactlyInAnyOrder(PayeeStatus.class.getPermittedSubclasses());
        for (PayeeAccount account : List.of(requested, opened, wanting, payable)) {
            assertThat(found(account.operator())).isEqualTo(account);
        }
        assertThat(unit(() -> ports().payeeAccounts().of(new OperatorId(ids.next())))).isEmpty();
        leaveNothingDue();
    }

    @Test
    public void accountIsFoundByWhatTheRailCallsIt() {
        PayeeAccount account = opened(requested());
        String reference = java.util.Objects.requireNonNull(account.reference());

        assertThat(unit(() -> ports().payeeAccounts().byReference(reference))).contains(account);
        assertThat(unit(() -> ports().payeeAccounts().byReference("nobody's"))).isEmpty();
        leaveNothingDue();
    }

    @Test
    public void operatorHasOne() {
        PayeeAccount first = requested();

        assertLosesRace(() ->
                ports().payeeAccounts()
                        .add(
                                PayeeAccount.request(
                                        first.operator(), ids.next(), "FR", clock.instant())));
        assertThat(found(first.operator())).isEqualTo(first);
    }

    @Test
    public void accountAtTheRailIsOneOperators() {
        PayeeAccount first = opened(requested());
        PayeeAccount second = requested();
        String reference = java.util.Objects.requireNonNull(first.reference());

        assertThatThrownBy(() ->
                        unit(() ->
                                ports().payeeAccounts()
                                        .save(
                                                second.opened(reference, clock.instant())
                                                        .orThrow()
                                                        .state())))
                .isInstanceOf(RuntimeException.class);
        leaveNothingDue();
    }

    @Test
    public void stateThatSomebodySavedSinceIsARaceLost() {
        PayeeAccount stale = requested();
        PayeeAccount current = opened(stale);

        assertLosesRace(() ->
                ports().payeeAccounts()
                        .save(stale.opened("another", clock.instant()).orThrow().state()));
        assertThat(found(stale.operator())).isEqualTo(current);
        leaveNothingDue();
    }

    @Test
    public void thoseToBeAskedAboutAreTakenOldestFirst() {
        leaveNothingDue();
        PayeeAccount first = opened(requested());
        clock.advance(Duration.ofSeconds(1));
        PayeeAccount second = opened(requested());
        told(opened(requested()), PAYABLE);
        requested();

        assertThat(due(10))
                .extracting(PayeeAccount::operator)
                .containsExactly(first.operator(), second.operator());
        assertThat(due(1)).extracting(PayeeAccount::operator).containsExactly(first.operator());
        leaveNothingDue();
    }

    @Test
    public void takenAccountsAreNobodyElses() throws InterruptedException {
        leaveNothingDue();
        List<OperatorId> due = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            due.add(opened(requested()).operator());
        }
        List<OperatorId> takenByAll = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                4,
                _ -> {
                    for (int round = 0; round < 4; round++) {
                        takenByAll.addAll(look(2));
                    }
                });

        assertThat(takenByAll).containsExactlyInAnyOrderElementsOf(due);
    }

    private PayeeAccount requested() {
        PayeeAccount account =
                PayeeAccount.request(operator().id(), ids.next(), "DE", clock.instant());
        unit(() -> ports().payeeAccounts().add(account));
        return account;
    }

    private PayeeAccount opened(PayeeAccount requested) {
        return unit(() ->
                ports().payeeAccounts()
                        .save(
                                requested
                                        .opened("acct_" + ids.next(), clock.instant())
                                        .orThrow()
                                        .state()));
    }

    private PayeeAccount told(PayeeAccount opened, Facts facts) {
        return unit(() ->
                ports().payeeAccounts()
                        .save(opened.told(facts, clock.instant()).orThrow().state()));
    }

    private PayeeAccount found(OperatorId operator) {
        return unit(() -> ports().payeeAccounts().of(operator).orElseThrow());
    }

    private List<PayeeAccount> due(int limit) {
        return unit(() -> ports().payeeAccounts().takeDue(clock.instant(), limit));
    }

    private List<OperatorId> look(int limit) {
        return unit(() ->
                ports().payeeAccounts().takeDue(clock.instant(), limit).stream()
                        .map(account ->
                                ports().payeeAccounts()
                                        .save(account.look(clock.instant()).orThrow().state()))
                        .map(PayeeAccount::operator)
                        .toList());
    }

    /** What tests left to be asked about is answered. */
    private void leaveNothingDue() {
        clock.advance(Duration.ofDays(1));
        while (!unit(
                        () ->
                                ports().payeeAccounts().takeDue(clock.instant(), 100).stream()
                                        .map(account ->
                                                ports().payeeAccounts()
                                                        .save(
                                                                account.told(
                                                                                PAYABLE,
                                                                                clock.instant())
                                                                        .orThrow()
                                                                        .state()))
                                        .toList())
                .isEmpty()) {
            // There was more.
        }
        clock.advance(Duration.ofDays(10));
        while (!look(100).isEmpty()) {
            // Those whose bank account had changed by that.
        }
    }
}
