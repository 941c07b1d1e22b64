package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How every implementation of Transactions keeps or undoes work. */
public abstract class TransactionsContract extends PortContract {

    @Test
    public void workIsKeptAndItsResultReturned() {
        Operator operator = newOperator();

        String result =
                unit(() -> {
                    ports().operators().add(operator);
                    return "done";
                });

        assertThat(result).isEqualTo("done");
        assertThat(isKept(operator)).isTrue();
    }

    @Test
    public void workThatThrowsIsUndoneWhole() {
        Operator one = newOperator();
        Operator other = newOperator();
        var failure = new IllegalArgumentException("in the middle");

        assertThatThrownBy(() ->
                        unit(() -> {
                            ports().operators().add(one);
                            ports().operators().add(other);
                            throw failure;
                        }))
                .isSameAs(failure);

        assertThat(isKept(one)).isFalse();
        assertThat(isKept(other)).isFalse();
    }

    @Test
    public void refusalUndoesTheWorkAndIsNotTriedAgain() {
        Operator operator = newOperator();
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() ->
                        unit(() -> {
                            attempts.incrementAndGet();
                            ports().operators().add(operator);
                            throw new RefusedException(new NotFound("bounty"));
                        }))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error()).isEqualTo(new NotFound("bounty")));

        assertThat(attempts).hasValue(1);
        assertThat(isKept(operator)).isFalse();
    }

    @Test
    public void workInsideAnotherUnitJoinsIt() {
        Operator inner = newOperator();
        Operator outer = newOperator();

        assertThatThrownBy(() ->
                        unit(() -> {
                            unit(() -> ports().operators().add(inner));
                            ports().operators().add(outer);
                            throw new IllegalArgumentException("after the inner work");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(isKept(inner)).isFalse();
        assertThat(isKept(outer)).isFalse();
    }

    @Test
    public void whatTheOuterUnitDidIsSeenInside() {
        Operator operator = newOperator();

        unit(() -> {
            ports().operators().add(operator);
            assertThat(isKept(operator)).isTrue();
        });
    }

    @Test
    public void lostRaceIsRunAgainFromItsStart() {
        Operator first = newOperator();
        Operator second = newOperator();
        AtomicInteger attempts = new AtomicInteger();

        unit(() -> {
            boolean loses = attempts.incrementAndGet() < 3;
            ports().operators().add(loses ? first : second);
            if (loses) {
                throw new LostRace("something");
            }
        });

        assertThat(attempts).hasValue(3);
        assertThat(isKept(first)).isFalse();
        assertThat(isKept(second)).isTrue();
    }

    @Test
    public void thirdLostRaceIsRefusedAsBusy() {
        Operator operator = newOperator();

        assertLosesRace(() -> {
            ports().operators().add(operator);
            throw new LostRace("something");
        });

        assertThat(isKept(operator)).isFalse();
    }

    @Test
    public void raceLostInsideRunsTheOutermostUnitAgain() {
        Operator outer = newOperator();
        AtomicInteger outerAttempts = new AtomicInteger();
        AtomicInteger innerAttempts = new AtomicInteger();

        unit(() -> {
            outerAttempts.incrementAndGet();
            ports().operators().add(outer);
            unit(() -> {
                if (innerAttempts.incrementAndGet() == 1) {
                    throw new LostRace("something");
                }
            });
        });

        assertThat(outerAttempts).hasValue(2);
        assertThat(innerAttempts).hasValue(2);
        assertThat(isKept(outer)).isTrue();
    }

    @Test
    public void unitAfterAFailedOneBeginsAnew() {
        Operator operator = newOperator();
        assertThatThrownBy(() ->
                        unit(() -> {
                            throw new IllegalArgumentException("at once");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        unit(() -> ports().operators().add(operator));

        assertThat(isKept(operator)).isTrue();
    }

    private Operator newOperator() {
        return PartyFixture.operator(new OperatorId(ids.next()), "Somebody");
    }

    private boolean isKept(Operator operator) {
        return unit(() -> ports().operators().find(operator.id())).isPresent();
    }
}
