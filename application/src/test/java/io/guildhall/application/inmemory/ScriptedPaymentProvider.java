package io.guildhall.application.inmemory;

import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Rail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rail that settles everything, but for what it was told to do with the next instructions. */
public final class ScriptedPaymentProvider implements PaymentProvider {

    /** How the rail behaves once. */
    public enum Behaviour {
        SETTLES,
        FAILS,
        DECLINES,
        DOES_NOT_KNOW,
        /** Money moved, and no answer came. */
        MOVES_MONEY_AND_BREAKS,
        BREAKS
    }

    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final List<Instruction> asked = new ArrayList<>();
    private final Map<PayoutId, Instruction> moved = new LinkedHashMap<>();

    public synchronized void next(Behaviour... behaviours) {
        script.addAll(List.of(behaviours));
    }

    @Override
    public Rail rail() {
        return Rail.SANDBOX;
    }

    @Override
    public synchronized Outcome send(Instruction instruction) {
        asked.add(instruction);
        Behaviour behaviour = script.isEmpty() ? Behaviour.SETTLES : script.remove();
        if (moved.containsKey(instruction.key())
                && (behaviour == Behaviour.FAILS || behaviour == Behaviour.DECLINES)) {
            // An answer is about the one movement there was, and that has happened.
            return new Outcome.Settled();
        }
        return switch (behaviour) {
            case SETTLES -> {
                moved.putIfAbsent(instruction.key(), instruction);
                yield new Outcome.Settled();
            }
            case FAILS -> new Outcome.Failed("rail_down");
            case DECLINES -> new Outcome.Declined("account_closed", "Name another account");
            case DOES_NOT_KNOW -> new Outcome.Unknown("no_answer");
            case MOVES_MONEY_AND_BREAKS -> {
                moved.putIfAbsent(instruction.key(), instruction);
                throw new IllegalStateException("The connection broke after the money had moved");
            }
            case BREAKS -> throw new IllegalStateException("The connection broke");
        };
    }

    @Override
    public synchronized Found lookFor(PayoutId key, Destination to) {
        return moved.containsKey(key) ? new Found.Gone() : new Found.Nothing();
    }

    /** Every instruction that came in, repeated ones too. */
    public synchronized List<Instruction> asked() {
        return List.copyOf(asked);
    }

    /** What really moved: once for each key. */
    public synchronized List<Instruction> moved() {
        return List.copyOf(moved.values());
    }
}
