package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.domain.party.AgentRegistrations;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.rail.RailBooks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The same ports to the outside, but whoever asks one inside a unit of work is told that this is a
 * bug: rows would stay locked while it answers, a lost race would ask it again, and a unit that
 * fails would forget what was done there. Scripted ones answer at once, so that nobody would
 * notice.
 */
public final class Outside {

    /** All ports to the outside, each with what it computes here and asks nobody for. */
    static final Map<Class<?>, Set<String>> PORTS =
            Map.ofEntries(
                    Map.entry(PaymentProvider.class, Set.of("rail")),
                    Map.entry(Checkout.class, Set.of("rail", "limits")),
                    Map.entry(PayeeOnboarding.class, Set.of("serves")),
                    Map.entry(RailBooks.class, Set.of()),
                    Map.entry(EscrowVault.class, Set.of("site", "idOf", "calldata")),
                    Map.entry(ChainReader.class, Set.of()),
                    Map.entry(VaultSender.class, Set.of("chainId", "wallet", "sign")),
                    Map.entry(AgentRegistrations.class, Set.of()),
                    Map.entry(CodeHost.class, Set.of("consentPage")),
                    Map.entry(Repositories.class, Set.of()),
                    Map.entry(WebhookSender.class, Set.of()),
                    Map.entry(QualityGate.class, Set.of("isOffered")));

    private final BooleanSupplier isInUnitOfWork;

    public Outside(BooleanSupplier isInUnitOfWork) {
        this.isInUnitOfWork = isInUnitOfWork;
    }

    public <P> P port(Class<P> role, P port) {
        Set<String> computedHere = PORTS.get(role);
        if (computedHere == null) {
            throw new IllegalArgumentException(role + " is no port to the outside");
        }
        return role.cast(
                Proxy.newProxyInstance(
                        role.getClassLoader(),
                        new Class<?>[] {role},
                        (_, method, arguments) -> {
                            if (isAsked(role, method, computedHere)
                                    && isInUnitOfWork.getAsBoolean()) {
                                throw new AssertionError(
                                        "%s.%s was asked inside a unit of work"
                                                .formatted(role.getSimpleName(), method.getName()));
                            }
                            return call(port, method, arguments);
                        }));
    }

    private static boolean isAsked(Class<?> role, Method method, Set<String> computedHere) {
        return method.getDeclaringClass() == role && !computedHere.contains(method.getName());
    }

    private static @Nullable Object call(
            Object port, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
