package io.guildhall.application.inmemory;

import io.guildhall.domain.quality.GateCase;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.QualityGate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A judge outside that says what a test tells it to; off until it is told something. */
public final class ScriptedGate implements QualityGate {

    public static final String NAME = "scripted";

    private final Deque<OptionalInt> answers = new ArrayDeque<>();
    private final List<GateCase> asked = new ArrayList<>();
    private boolean offered;
    private Runnable meanwhile = () -> {};

    /** From now on there is somebody to ask, who has no answer unless one is scripted. */
    public void offer() {
        offered = true;
    }

    /** There is nobody to ask any more, and what was scripted is forgotten. */
    public void withdraw() {
        offered = false;
        answers.clear();
    }

    public void next(int score) {
        answers.add(OptionalInt.of(score));
    }

    public void nextSilent() {
        answers.add(OptionalInt.empty());
    }

    /** What happens elsewhere while it thinks about the next one. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    public List<GateCase> asked() {
        return List.copyOf(asked);
    }

    @Override
    public boolean isOffered() {
        return offered;
    }

    @Override
    public Optional<GateVerdict> judge(GateCase gateCase) {
        asked.add(gateCase);
        Runnable happening = meanwhile;
        meanwhile = () -> {};
        happening.run();
        OptionalInt score = answers.isEmpty() ? OptionalInt.empty() : answers.remove();
        return score.isPresent()
                ? Optional.of(new GateVerdict(score.getAsInt(), List.of(), NAME))
                : Optional.empty();
    }
}
