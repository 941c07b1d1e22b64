package io.guildhall.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.ScriptedPaymentProvider.Behaviour;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One market lived by chance from its opening until time has ended everything in it. */
public final class Simulation {

    private static final int STEPS = 80;
    private static final int CALLS_BEFORE_CRASH_MAX = 25;

    /** How often the clock goes back by up to an hour instead of going on. */
    private static final int CLOCK_JUMPS_PERCENT =
            Integer.getInteger("simulation.clock-jumps-percent", 5);

    private static final int TIMERS_AT_ONCE = 7;
    private static final int PAYOUTS_AT_ONCE = 5;
    private static final int JUDGED_AT_ONCE = 3;

    /** Within so many days time alone has to end everything. */
    private static final int DAYS_MAX = 250;

    private final long seed;
    private final Chance chance;
    private final Ground ground;
    private final Crashes crashes;
    private final UseCases doomed;
    private final Known known = new Known();
    private final Deeds deeds;
    private final Invariants invariants;
    private final List<String> story = new ArrayList<>();
    private int keys;

    private final Census census;

    private Simulation(long seed, Ground ground, Census census) {
        this.seed = seed;
        this.census = census;
        this.chance = new Chance(seed);
        this.ground = ground;
        this.crashes = new Crashes(ground.ports());
        this.doomed = new UseCases(crashes.ports());
        Cast cast = Cast.gather(ground.use(), known);
        this.deeds = new Deeds(chance, ground.ports(), cast, known);
        this.invariants = new Invariants(ground, cast, known);
        if (chance.percent(50)) {
            ground.gate().offer();
        }
    }

    /**
     * @param census where it is counted how things ended
     * @throws AssertionError that names the seed and tells the story so far, when something does
     *     not hold
     */
    public static void live(long seed, Ground ground, Census census) {
        Simulation simulation = new Simulation(seed, ground, census);
        try {
            simulation.live();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed %d, replay it with -Dseed=%d. What happened:%n%s%n%s"
                            .formatted(seed, seed, String.join("\n", simulation.story), e),
                    e);
        }
    }

    private void live() {
        for (int step = 1; step <= STEPS; step++) {
            if (chance.percent(25)) {
                passTime();
            } else {
                deeds.next().ifPresent(this::attempt);
            }
            invariants.hold();
        }
        timeAloneEndsEverything();
    }

    private void attempt(Deed deed) {
        int how = chance.between(1, 100);
        if (how <= 12) {
            crashIn(deed);
        } else if (how <= 25) {
            sendTwice(deed);
        } else {
            tell(deed.words(), once(deed, ground.use()));
        }
    }

    private String once(Deed deed, UseCases use) {
        try {
            known.note(deed.on(use));
            return "done";
        } catch (RefusedException e) {
            census.count("refused " + e.error().code());
            return e.error().code();
        }
    }

    /** The machine dies in the middle; whoever asked may ask again. */
    private void crashIn(Deed deed) {
        crashes.after(chance.between(0, CALLS_BEFORE_CRASH_MAX));
        try {
            tell(deed.words(), once(deed, doomed));
        } catch (Crashes.Crash e) {
            census.count("crashed");
            tell(deed.words(), String.valueOf(e.getMessage()));
        } finally {
            crashes.noMore();
        }
    }

    /** The answer got lost, so the same request comes again under its key. */
    private void sendTwice(Deed deed) {
        var scope = new IdempotencyKeys.Scope("somebody of " + seed, deed.words(), "key " + keys++);
        AtomicInteger done = new AtomicInteger();
        Optional<Answer> first = keyed(scope, deed, done);
        Optional<Answer> second = keyed(scope, deed, done);
        if (first.isPresent()) {
            assertThat(done).as("done once: %s", deed.words()).hasValue(1);
            census.count("answered again");
            assertThat(second.orElseThrow().replayed()).isTrue();
            assertThat(second.orElseThrow().body()).isEqualTo(first.get().body());
        }
    }

    private Optional<Answer> keyed(IdempotencyKeys.Scope scope, Deed deed, AtomicInteger done) {
        List<Object> answers = new ArrayList<>();
        try {
            Answer answer =
                    ground.use()
                            .onceOnly
                            .answer(
                                    scope,
                                    "the same body",
                                    () -> {
                                        Object made = deed.on(ground.use());
                                        answers.clear();
                                        answers.add(made);
                                        String body = String.valueOf(made);
                                        return new Answer(200, body, body, false);
                                    });
            answers.forEach(made -> {
                known.note(made);
                done.incrementAndGet();
            });
            tell(deed.words(), answer.replayed() ? "answered again" : "done under a key");
            return Optional.of(answer);
        } catch (RefusedException e) {
            tell(deed.words(), e.error().code());
            return Optional.empty();
        }
    }

    /** Clocks go on, and now and then a little back; workers come, fail and come again. */
    private void passTime() {
        Duration pause = deeds.pause();
        if (chance.percent(CLOCK_JUMPS_PERCENT)) {
            pause = Duration.ofMinutes(-chance.between(1, 60));
        }
        ground.clock().advance(pause);
        tell("time", "goes on by " + pause);
        if (chance.percent(60)) {
            var punctuality = Punctuality.before(ground.ports(), known, ground.clock().instant());
            work("timers", use -> use.fireTimers.handle(TIMERS_AT_ONCE));
            punctuality.holds();
        }
        if (chance.percent(40)) {
            scriptGate();
            work("judging", use -> use.judgeSubmissions.handle(JUDGED_AT_ONCE));
        }
        if (chance.percent(60)) {
            ground.provider().next(chance.oneOf(List.of(Behaviour.values())));
            work("payouts", use -> use.sendPayouts.handle(PAYOUTS_AT_ONCE));
        }
    }

    /** The judge outside is strict, kind, or silent. */
    private void scriptGate() {
        if (chance.percent(25)) {
            ground.gate().nextSilent();
        } else {
            ground.gate().next(chance.oneOf(List.of(0, 3_999, 4_000, 6_500, 6_501, 10_000)));
        }
    }

    private void work(String words, Deed.Doing round) {
        Deed deed = new Deed(words, round);
        if (chance.percent(15)) {
            crashIn(deed);
        } else {
            tell(words, once(deed, ground.use()));
        }
    }

    private void timeAloneEndsEverything() {
        for (int day = 0; day < DAYS_MAX && !invariants.isAllOver(); day++) {
            ground.clock().advance(Duration.ofDays(1));
            int done =
                    untilNothingIsDue(use -> use.fireTimers.handle(TIMERS_AT_ONCE))
                            + untilNothingIsDue(use -> use.sendPayouts.handle(PAYOUTS_AT_ONCE));
            if (done > 0) {
                tell("time alone on day " + day, done + " done");
                invariants.hold();
            }
        }
        assertThat(invariants.isAllOver()).as("time alone ends everything").isTrue();
        assertThat(ground.use().fireTimers.handle(TIMERS_AT_ONCE))
                .as("nothing is due when all is over")
                .isZero();
        invariants.holdInTheEnd();
        invariants.tell(census);
    }

    /** A worker that goes round until a round finds nothing. */
    private interface Worker {
        int round(UseCases use);
    }

    private int untilNothingIsDue(Worker worker) {
        int done = 0;
        for (int round = worker.round(ground.use());
                round > 0;
                round = worker.round(ground.use())) {
            done += round;
        }
        return done;
    }

    private void tell(String words, String outcome) {
        story.add(ground.clock().instant() + " " + words + ": " + outcome);
    }
}
