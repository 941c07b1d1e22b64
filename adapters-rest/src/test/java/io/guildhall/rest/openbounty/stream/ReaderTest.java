package io.guildhall.rest.openbounty.stream;

import static io.guildhall.rest.openbounty.stream.Happenings.ANN;
import static io.guildhall.rest.openbounty.stream.Happenings.BOB;
import static io.guildhall.rest.openbounty.stream.Happenings.BOUNTY;
import static io.guildhall.rest.openbounty.stream.Happenings.NOW;
import static io.guildhall.rest.openbounty.stream.Happenings.OTHER_BOUNTY;
import static io.guildhall.rest.openbounty.stream.Happenings.cancelled;
import static io.guildhall.rest.openbounty.stream.Happenings.forEverybody;
import static io.guildhall.rest.openbounty.stream.Happenings.forOnly;
import static io.guildhall.rest.openbounty.stream.Happenings.id;
import static io.guildhall.rest.openbounty.stream.Happenings.passOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyId;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final RecentEvents recent = new RecentEvents(1_000);
    private final Ear ear = new Ear();
    private final Reader reader = reader(Set.of(), null);

    @Test
    void eventsAreToldInOrderAndOnce() {
        recent.beginBehind(10);
        reader.goLive(10);

        recent.add(forEverybody(11, 12));
        reader.advance();
        reader.advance();
        recent.add(forEverybody(13, 13));
        reader.advance();

        assertThat(ear.ids()).containsExactly(id(11), id(12), id(13));
    }

    @Test
    void anEventIsThreeLinesAndAnEmptyOne() {
        reader.goLive(0);

        recent.add(forEverybody(1, 1));
        reader.advance();

        assertThat(ear.heard())
                .startsWith("id: " + id(1) + "\nevent: bounty.expired\ndata: {\"event\":")
                .endsWith("}\n\n");
        assertThat(ear.heard().lines()).hasSize(4);
    }

    @Test
    void whatIsForOthersIsNotTold() {
        reader.goLive(0);

        recent.add(List.of(forOnly(BOB, 1), forOnly(ANN, 2), forOnly(BOB, 3)));
        reader.advance();

        assertThat(ear.ids()).containsExactly(id(2));
    }

    @Test
    void onlyTheWordsAskedForAreTold() {
        Reader choosy = reader(Set.of("bounty.cancelled"), null);
        choosy.goLive(0);

        recent.add(List.of(forEverybody(1), cancelled(2, BOUNTY), forEverybody(3)));
        choosy.advance();

        assertThat(ear.ids()).containsExactly(id(2));
    }

    @Test
    void onlyTheStoryAskedForIsTold() {
        Reader choosy = reader(Set.of(), OTHER_BOUNTY);
        choosy.goLive(0);

        recent.add(List.of(cancelled(1, BOUNTY), cancelled(2, OTHER_BOUNTY)));
        choosy.advance();

        assertThat(ear.ids()).containsExactly(id(2));
    }

    @Test
    void aFullConnectionIsTakenUpWhereItWasLeft() {
        reader.goLive(0);
        ear.hasRoomFor(1);

        recent.add(forEverybody(1, 200));
        reader.advance();
        int toldAtFirst = ear.ids().size();
        reader.advance();
        assertThat(ear.ids()).hasSize(toldAtFirst).hasSizeLessThan(200);

        ear.hasRoomFor(Integer.MAX_VALUE);
        reader.hasRoom();

        assertThat(ear.ids()).hasSize(200).doesNotHaveDuplicates();
        assertThat(ear.ids().getLast()).isEqualTo(id(200));
    }

    @Test
    void whoFallsOutOfMemoryIsCutOffRatherThanToldWithGaps() {
        reader.goLive(0);
        ear.hasRoomFor(0);
        recent.add(forEverybody(1, 1_001));

        ear.hasRoomFor(Integer.MAX_VALUE);
        reader.hasRoom();

        assertThat(ear.isCut()).isTrue();
        assertThat(ear.ids()).isEmpty();
    }

    @Test
    void whoTakesNothingForTooLongIsCutOff() {
        reader.goLive(0);
        ear.hasRoomFor(0);

        passes(Duration.ZERO);
        passes(Duration.ofSeconds(30));
        assertThat(ear.isCut()).isFalse();

        passes(Duration.ofSeconds(31));
        assertThat(ear.isCut()).isTrue();
    }

    @Test
    void whoTakesSomethingNowAndThenIsBorneWith() {
        reader.goLive(0);
        ear.hasRoomFor(0);
        passes(Duration.ZERO);
        ear.hasRoomFor(1);
        reader.hasRoom();
        ear.hasRoomFor(0);

        passes(Duration.ofSeconds(31));

        assertThat(ear.isCut()).isFalse();
    }

    @Test
    void aSignOfLifeComesWithEveryHeartbeat() {
        reader.goLive(0);

        assertThat(reader.beatsIfDue(NOW.minusMillis(1), HEARTBEAT)).isFalse();
        assertThat(reader.beatsIfDue(NOW, HEARTBEAT)).isTrue();
        assertThat(reader.beatsIfDue(NOW.plusSeconds(14), HEARTBEAT)).isFalse();
        assertThat(reader.beatsIfDue(NOW.plusSeconds(15), HEARTBEAT)).isTrue();

        assertThat(ear.heard()).isEqualTo(":\n\n:\n\n");
    }

    @Test
    void aSignOfLifeSaysHowFarOneHasComeWhenOthersWereTold() {
        reader.goLive(0);
        recent.add(List.of(forOnly(ANN, 1), forOnly(BOB, 2)));
        reader.advance();

        reader.beatsIfDue(NOW, HEARTBEAT);
        reader.beatsIfDue(NOW.plusSeconds(15), HEARTBEAT);

        assertThat(ear.heard()).endsWith(":\nid: " + StreamPosition.text(2) + "\n\n:\n\n");
    }

    @Test
    void whoLostEventsIsToldSoAndHearsWhatFollows() {
        recent.beginBehind(10);

        reader.resync(NOW);
        recent.add(forEverybody(11, 11));
        reader.advance();

        assertThat(ear.ids()).containsExactly(StreamPosition.text(10), id(11));
        assertThat(ear.heard())
                .contains(
                        "event: resync\ndata: {\"event\":\"resync\",\"timestamp\":\"2026-11-24T12:00:00Z\","
                                + "\"reason\":\"events_forgotten\",\"message\":\"");
    }

    @Test
    void whatWasReadElsewhereGoesOverToTheLiveTailWithoutGap() {
        recent.beginBehind(10);
        recent.add(forEverybody(11, 12));
        assertThat(reader.goLive(8)).isFalse();
        CompletableFuture<Boolean> goOn = new CompletableFuture<>();

        reader.tell(List.of(forEverybody(9).text(), forEverybody(10).text()), 10, goOn);
        assertThat(goOn).isCompletedWithValue(true);
        assertThat(reader.goLive(10)).isTrue();

        assertThat(ear.ids()).containsExactly(id(9), id(10), id(11), id(12));
    }

    @Test
    void nothingMoreIsReadForAFullConnectionUntilThereIsRoom() {
        CompletableFuture<Boolean> goOn = new CompletableFuture<>();
        ear.hasRoomFor(1);

        reader.tell(List.of(Buffer.buffer("x")), 1, goOn);
        assertThat(goOn).isNotDone();

        ear.hasRoomFor(1);
        reader.hasRoom();
        assertThat(goOn).isCompletedWithValue(true);
    }

    @Test
    void nothingMoreIsReadForSomebodyWhoIsGone() {
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        ear.hasRoomFor(1);
        reader.tell(List.of(Buffer.buffer("x")), 1, waiting);

        reader.leave();
        reader.tell(List.of(Buffer.buffer("y")), 2, late);

        assertThat(waiting).isCompletedWithValue(false);
        assertThat(late).isCompletedWithValue(false);
        assertThat(ear.heard()).isEqualTo("x");
    }

    @Test
    void aStreamIsEndedInOrderUnlessNobodyReads() {
        reader.end();
        assertThat(ear.isEnded()).isTrue();
        assertThat(ear.isCut()).isFalse();

        ear.hasRoomFor(0);
        reader.end();
        assertThat(ear.isCut()).isTrue();
    }

    private void passes(Duration since) {
        Instant now = NOW.plus(since);
        reader.givesUpIfFullSince(now.minusSeconds(30), now);
    }

    private Reader reader(Set<String> words, @Nullable BountyId bounty) {
        var pass = passOf(ANN);
        return new Reader(pass, new Hearing(pass.caller(), words, bounty), ear, recent, NOW);
    }
}
