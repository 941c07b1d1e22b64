package io.guildhall.application.stream;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.InMemoryOutbox.Kept;
import io.guildhall.application.stream.ViewEvents.Pulled;
import io.guildhall.application.stream.ViewEvents.Pulled.Forgotten;
import io.guildhall.application.stream.ViewEvents.Pulled.Piece;
import io.guildhall.application.stream.ViewEvents.Pulled.Unknown;
import io.guildhall.application.stream.ViewEvents.Since;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewEventsTest {

    private static final int ALL = 10_000;

    private final Market market = new Market();
    private final InMemoryGuildhall guildhall = market.guildhall;
    private final Caller ann = market.operatorWith("Ann", usd(60_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller stranger = market.operator("Dora");

    @Test
    void everybodyPullsWhatIsItsToHearInTheOrderInWhichItHappened() {
        Bounty bounty = market.post(ann);
        market.claim(agent, bounty);
        place();

        assertThat(told(pulled(ann)))
                .containsExactly(
                        "OperatorSignedUp",
                        "BountyPosted",
                        "BountyFunded",
                        "BountyOpened",
                        "ClaimCreated");
        assertThat(told(pulled(agent)))
                .containsExactly(
                        "AgentRegistered",
                        "BountyPosted",
                        "BountyFunded",
                        "BountyOpened",
                        "ClaimCreated");
        assertThat(told(pulled(stranger)))
                .containsExactly(
                        "OperatorSignedUp", "BountyPosted", "BountyFunded", "BountyOpened");
    }

    @Test
    void onlyWhatIsAskedForIsToldAndOnlyIfItIsTheCallersToHear() {
        market.claim(agent, market.post(ann));
        place();

        assertThat(told(piece(ann, new Since.Beginning(), ClaimEvent.class::isInstance, ALL)))
                .containsExactly("ClaimCreated");
        assertThat(
                        piece(stranger, new Since.Beginning(), ClaimEvent.class::isInstance, ALL)
                                .events())
                .isEmpty();
    }

    @Test
    void pieceByPieceNothingIsMissedAndNothingToldTwice() {
        IntStream.range(0, 3).forEach(_ -> market.post(ann));
        place();

        List<Recorded> all = new ArrayList<>();
        Piece piece = piece(stranger, new Since.Beginning(), ViewEventsTest::any, 2);
        all.addAll(piece.events());
        while (piece.hasMore()) {
            assertThat(piece.events()).hasSizeLessThanOrEqualTo(2);
            piece = piece(stranger, new Since.Place(piece.upTo()), ViewEventsTest::any, 2);
            all.addAll(piece.events());
        }

        assertThat(all).isEqualTo(pulled(stranger).events());
    }

    @Test
    void whoHasHeardEverythingGoesOnFromTheEnd() {
        place();
        long end = pulled(ann).upTo();

        Piece nothing = piece(ann, new Since.Place(end), ViewEventsTest::any, ALL);
        market.post(ann);
        place();
        Piece news = piece(ann, new Since.Place(nothing.upTo()), ViewEventsTest::any, ALL);

        assertThat(nothing).isEqualTo(new Piece(List.of(), end, false));
        assertThat(told(news)).containsExactly("BountyPosted", "BountyFunded", "BountyOpened");
    }

    @Test
    void whatIsNotForTheCallerIsPassedOverAndNotLookedAtAgain() {
        market.claim(agent, market.post(ann));
        place();
        long end = guildhall.eventStream.extent().last();

        assertThat(pulled(stranger).upTo()).isEqualTo(end);
    }

    @Test
    void noMoreIsLookedAtForOneAnswerThanItsBound() {
        guildhall.transactions.run(() ->
                IntStream.range(0, ViewEvents.LOOKED_AT_MAX + 10)
                        .forEach(_ ->
                                guildhall.outbox.publish(
                                        List.of(
                                                new BountyFunded(
                                                        strange(), ann.operator(), usd(1))),
                                        guildhall.clock.instant())));
        market.post(ann);
        place();

        Piece first = piece(stranger, new Since.Beginning(), ViewEventsTest::any, ALL);
        Piece second = piece(stranger, new Since.Place(first.upTo()), ViewEventsTest::any, ALL);

        assertThat(first.upTo()).isEqualTo(ViewEvents.LOOKED_AT_MAX);
        assertThat(first.hasMore()).isTrue();
        assertThat(told(second)).containsExactly("BountyPosted", "BountyFunded", "BountyOpened");
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void itGoesOnBehindAnEventThatIsNamed() {
        market.post(ann);
        place();
        UUID funded = idOf("BountyFunded");

        assertThat(told(piece(ann, new Since.Event(funded), ViewEventsTest::any, ALL)))
                .containsExactly("BountyOpened");
    }

    @Test
    void behindAnEventThatWaitsForItsPlaceNothingIsMissed() {
        place();
        market.post(ann);
        UUID posted = idOf("BountyPosted");

        Piece before = piece(ann, new Since.Event(posted), ViewEventsTest::any, ALL);
        place();
        Piece after = piece(ann, new Since.Place(before.upTo()), ViewEventsTest::any, ALL);

        assertThat(before.events()).isEmpty();
        assertThat(told(after)).containsExactly("BountyPosted", "BountyFunded", "BountyOpened");
    }

    @Test
    void behindWhatNeverHappenedThereIsNothing() {
        place();

        assertThat(pull(ann, new Since.Event(UUID.randomUUID()))).isEqualTo(new Unknown());
    }

    @Test
    void whatFollowedSomethingLongForgottenCannotBeToldAnyMore() {
        place();
        UUID signedUp = idOf("OperatorSignedUp");
        market.post(ann);
        place();
        long end = guildhall.eventStream.extent().last();
        forgetUpTo(end - 2);

        assertThat(pull(ann, new Since.Event(signedUp))).isEqualTo(new Forgotten(end));
        assertThat(pull(ann, new Since.Place(end - 3))).isEqualTo(new Forgotten(end));
        assertThat(told(piece(ann, new Since.Place(end - 2), ViewEventsTest::any, ALL)))
                .containsExactly("BountyFunded", "BountyOpened");
        assertThat(told(pulled(ann))).containsExactly("BountyFunded", "BountyOpened");
    }

    @Test
    void ofAStreamThatIsAllForgottenOnlyTheEndIsLeft() {
        place();
        long end = guildhall.eventStream.extent().last();
        forgetUpTo(end);

        assertThat(pull(ann, new Since.Place(end - 1))).isEqualTo(new Forgotten(end));
        assertThat(pull(ann, new Since.Place(end))).isEqualTo(new Piece(List.of(), end, false));
        assertThat(pulled(ann)).isEqualTo(new Piece(List.of(), end, false));
    }

    @Test
    void aPlaceBeyondTheEndIsOfAnotherStream() {
        place();
        long end = guildhall.eventStream.extent().last();

        assertThat(pull(ann, new Since.Place(end + 1))).isEqualTo(new Forgotten(end));
    }

    private BountyId strange() {
        return new BountyId(guildhall.ids.next());
    }

    private void place() {
        market.use.placeEvents.handle(ALL);
    }

    private void forgetUpTo(long place) {
        guildhall.clock.advance(Duration.ofSeconds(1));
        guildhall.transactions.run(() ->
                guildhall.eventStream.forgetPlacedBefore(guildhall.clock.instant(), place, ALL));
    }

    private Pulled pull(Caller caller, Since since) {
        return market.use.viewEvents.since(caller, since, ViewEventsTest::any, ALL);
    }

    private Piece pulled(Caller caller) {
        return piece(caller, new Since.Beginning(), ViewEventsTest::any, ALL);
    }

    private Piece piece(Caller caller, Since since, Predicate<DomainEvent> wanted, int limit) {
        return (Piece) market.use.viewEvents.since(caller, since, wanted, limit);
    }

    private UUID idOf(String name) {
        return guildhall.outbox.kept().stream()
                .filter(kept -> kept.event().getClass().getSimpleName().equals(name))
                .map(Kept::id)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static boolean any(DomainEvent event) {
        return true;
    }

    private static List<String> told(Piece piece) {
        return piece.events().stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();
    }
}
