package io.guildhall.application.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PaymentProvider.Destination.Nowhere;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Rail;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutsideTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final Ports ports = guildhall.ports();

    @Test
    void noRailIsAskedInAUnitOfWork() {
        assertThatThrownBy(
                        () -> ports.transactions().run(() -> ports.provider().send(instruction())))
                .isInstanceOf(AssertionError.class)
                .hasMessage("PaymentProvider.send was asked inside a unit of work");

        assertThat(guildhall.provider.asked()).isEmpty();
    }

    @Test
    void whatIsAnsweredOnlyOnceIsAUnitOfWorkToo() {
        var scope = new IdempotencyKeys.Scope("somebody", "POST /payouts", "key 1");

        assertThatThrownBy(() ->
                        guildhall.useCases.onceOnly.answer(
                                scope,
                                "{}",
                                () -> {
                                    ports.provider().send(instruction());
                                    return new Answer(200, "", "", false);
                                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void outsideOfOneItAnswers() {
        Instruction instruction = instruction();

        assertThat(ports.provider().send(instruction))
                .isEqualTo(new PaymentProvider.Outcome.Settled());
        assertThat(guildhall.provider.moved()).containsExactly(instruction);
    }

    @Test
    void whatIsComputedHereMayBeAskedAnywhere() {
        assertThat(ports.transactions().<Rail>run(() -> ports.provider().rail()))
                .isEqualTo(Rail.SANDBOX);
    }

    @Test
    void everyPortToTheOutsideIsWatched() throws ReflectiveOperationException {
        Set<Class<?>> watched = new HashSet<>();
        for (RecordComponent component : Ports.class.getRecordComponents()) {
            Set<String> computedHere = Outside.PORTS.get(component.getType());
            if (computedHere != null) {
                Object port = component.getAccessor().invoke(ports);
                asked(component.getType(), computedHere)
                        .forEach(method -> assertRefused(port, method));
                watched.add(component.getType());
            }
        }

        // Only the worker that carries out orders has a sender, and it is watched there.
        watched.add(VaultSender.class);
        assertThat(watched).isEqualTo(Outside.PORTS.keySet());
    }

    private void assertRefused(Object port, Method method) {
        assertThatThrownBy(() -> ports.transactions().run(() -> ask(port, method)))
                .as(method.toString())
                .hasCauseInstanceOf(AssertionError.class);
    }

    private static void ask(Object port, Method method) {
        @Nullable Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(OutsideTest::anything).toArray();
        try {
            method.invoke(port, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Stream<Method> asked(Class<?> role, Set<String> computedHere) {
        return Arrays.stream(role.getMethods())
                .filter(method -> !computedHere.contains(method.getName()));
    }

    private static @Nullable Object anything(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }

    private static Instruction instruction() {
        return new Instruction(
                new PayoutId(new UUID(0, 1)),
                new OperatorId(new UUID(0, 2)),
                Money.cents(100, Currency.USD),
                new Nowhere(),
                false);
    }
}
