package io.guildhall.rest.openbounty.stream;

import static io.guildhall.rest.openbounty.stream.Happenings.ANN;
import static io.guildhall.rest.openbounty.stream.Happenings.NOW;
import static io.guildhall.rest.openbounty.stream.Happenings.forEverybody;
import static io.guildhall.rest.openbounty.stream.Happenings.passOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopReadersTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the event loop would do in its next turns. */
    private final Queue<Runnable> turns = new ArrayDeque<>();

    private final RecentEvents recent = new RecentEvents(100);
    private final LoopReaders readers = new LoopReaders(turns::add, HEARTBEAT, PATIENCE);
    private final List<Ear> ears = new ArrayList<>();
    private final List<Reader> all = new ArrayList<>();

    @Test
    void manyWakesAreOneRound() {
        join(1);

        readers.wake();
        readers.wake();

        assertThat(turns).hasSize(1);
    }

    @Test
    void manyReadersAreToldInManyTurns() {
        join(450);
        recent.add(forEverybody(1, 1));

        readers.wake();
        int turn = 0;
        while (!turns.isEmpty()) {
            turns.remove().run();
            turn++;
        }

        assertThat(turn).isEqualTo(5);
        assertThat(ears).allSatisfy(ear -> assertThat(ear.ids()).hasSize(1));
    }

    @Test
    void nobodyIsPassedOverWhenOthersLeaveDuringARound() {
        join(450);
        recent.add(forEverybody(1, 1));

        readers.wake();
        turns.remove().run();
        for (int leaving : List.of(0, 17, 340, 400, 449)) {
            readers.remove(all.get(leaving));
        }
        runAll();

        for (int at = 0; at < ears.size(); at++) {
            boolean left = List.of(0, 17, 340).contains(at);
            assertThat(ears.get(at).ids()).as("reader %s", at).hasSize(left ? 0 : 1);
        }
    }

    @Test
    void whatComesDuringARoundIsToldByTheNext() {
        join(250);
        recent.add(forEverybody(1, 1));
        readers.wake();
        turns.remove().run();

        recent.add(forEverybody(2, 2));
        readers.wake();
        runAll();

        assertThat(ears).allSatisfy(ear -> assertThat(ear.ids()).hasSize(2));
    }

    @Test
    void aSlowReaderKeepsNobodyWaitingAndIsGivenUp() {
        join(3);
        ears.get(1).hasRoomFor(0);
        recent.add(forEverybody(1, 50));

        readers.wake();
        runAll();
        readers.tick(NOW);
        readers.tick(NOW.plus(PATIENCE).plusMillis(1));

        assertThat(ears.get(0).ids()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(ears.get(2).ids()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(ears).extracting(Ear::isCut).containsExactly(false, true, false);
    }

    @Test
    void readersThatBeatAreTheOnesToBeLookedAtAgain() {
        Reader early = join(NOW);
        Reader late = join(NOW.plusSeconds(7));

        assertThat(readers.tick(NOW)).containsExactly(early);
        assertThat(readers.tick(NOW.plusSeconds(7))).containsExactly(late);
        assertThat(readers.tick(NOW.plusSeconds(14))).isEmpty();
        assertThat(readers.tick(NOW.plusSeconds(15))).containsExactly(early);
    }

    @Test
    void allAreEndedAtOnce() {
        join(3);

        readers.endAll();

        assertThat(ears).allMatch(Ear::isEnded);
    }

    private void runAll() {
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
    }

    private void join(int count) {
        for (int number = 0; number < count; number++) {
            join(NOW.plusSeconds(1));
        }
    }

    private Reader join(Instant firstBeat) {
        Ear ear = new Ear();
        var pass = passOf(ANN);
        Reader reader =
                new Reader(
                        pass, new Hearing(pass.caller(), Set.of(), null), ear, recent, firstBeat);
        reader.goLive(0);
        readers.add(reader);
        ears.add(ear);
        all.add(reader);
        return reader;
    }
}
