package io.guildhall.domain.party;

import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.ANNS_AGENT;
import static io.guildhall.domain.party.SettledWorkFixture.LEASE;
import static io.guildhall.domain.party.SettledWorkFixture.REVIEW_WINDOW;
import static io.guildhall.domain.party.SettledWorkFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.SettledWork.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers were computed by hand from the formulas that every answer shows. */
class ReputationTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void whoHasNoSettledWorkHasNoScore() {
        assertThat(Reputation.ofAgent(List.of()).score()).isNull();
        assertThat(Reputation.ofPoster(List.of()).score()).isNull();
        assertThat(Reputation.ofAgent(List.of()).scoreOrZero()).isZero();
        assertThat(Reputation.ofAgent(List.of()).responseTime()).isNull();
    }

    @Test
    void agentsScoreIsMostlyTheQualityOfItsWork() {
        // quality 2/3, promptness 2/3
        assertThat(ofAgent(work(Outcome.ACCEPTED))).isEqualTo(66);
        assertThat(ofAgent(work(Outcome.AUTO_ACCEPTED))).isEqualTo(66);
        // quality 1/3, promptness 2/3
        assertThat(ofAgent(work(Outcome.FAILED))).isEqualTo(36);
        // quality 1/3, promptness 1/2: exactly 35
        assertThat(ofAgent(work(Outcome.EXPIRED))).isEqualTo(35);
        // quality 1.6/3, promptness 2/3
        assertThat(ofAgent(work(Outcome.SETTLED).agentShare(6_000))).isEqualTo(54);
        assertThat(ofAgent(work(Outcome.RULED).agentShare(6_000))).isEqualTo(54);
        // quality 9/12, promptness 3/12: exactly 70
        assertThat(
                        Reputation.ofAgent(
                                        Stream.of(
                                                        times(8, lateWork(Outcome.ACCEPTED)),
                                                        times(2, work(Outcome.FAILED)))
                                                .flatMap(List::stream)
                                                .toList())
                                .score())
                .isEqualTo(70);
    }

    @Test
    void postersScoreIsItsFairnessAndThatItAnswers() {
        // fairness 2/3, promptness 2/3
        assertThat(ofPoster(work(Outcome.ACCEPTED))).isEqualTo(66);
        // fairness 1.5/3, promptness 1/3: exactly 45
        assertThat(ofPoster(work(Outcome.AUTO_ACCEPTED))).isEqualTo(45);
        // fairness 2/3, promptness 1/2
        assertThat(ofPoster(work(Outcome.SETTLED).agentShare(0))).isEqualTo(61);
        assertThat(ofPoster(work(Outcome.RULED).agentShare(0))).isEqualTo(61);
        // fairness 1.5/3, promptness 1/2: exactly 50
        assertThat(ofPoster(work(Outcome.RULED).agentShare(5_000))).isEqualTo(50);
        // fairness 1/4, promptness 1/2
        assertThat(ofPoster(work(Outcome.RULED).agentShare(10_000))).isEqualTo(32);
    }

    @Test
    void postersFairnessIsNotJudgedByWorkThatFailedOrNeverCame() {
        // fairness 1/2, promptness 2/3: exactly 55
        assertThat(ofPoster(work(Outcome.FAILED))).isEqualTo(55);
        // nothing is known: exactly 50
        assertThat(ofPoster(work(Outcome.EXPIRED))).isEqualTo(50);
    }

    @Test
    void disputeLostWeighsTwice() {
        // quality 1/4 instead of 1/3, promptness 2/3
        assertThat(ofAgent(work(Outcome.RULED).agentShare(0))).isEqualTo(29);
        assertThat(ofAgent(work(Outcome.FAILED))).isEqualTo(36);
        // a settlement is nobody's loss, whatever its split
        assertThat(ofAgent(work(Outcome.SETTLED).agentShare(0))).isEqualTo(36);
        assertThat(ofPoster(work(Outcome.SETTLED).agentShare(10_000))).isEqualTo(61);
    }

    @Test
    void halfOfTheTimeIsPromptAndMoreIsNot() {
        Duration halfALease = LEASE.dividedBy(2);
        Duration halfAWindow = REVIEW_WINDOW.dividedBy(2);

        assertThat(ofAgent(work(Outcome.ACCEPTED).submitAfter(halfALease))).isEqualTo(66);
        assertThat(ofAgent(work(Outcome.ACCEPTED).submitAfter(halfALease.plusNanos(1_000))))
                .isEqualTo(63);
        assertThat(ofPoster(work(Outcome.ACCEPTED).reviewedAfter(halfAWindow))).isEqualTo(66);
        assertThat(ofPoster(work(Outcome.ACCEPTED).reviewedAfter(halfAWindow.plusNanos(1_000))))
                .isEqualTo(56);
    }

    @Test
    void onlyTheLatestTwoHundredWorksCount() {
        List<SettledWork> latest = times(200, work(Outcome.ACCEPTED));
        List<SettledWork> more =
                Stream.of(latest, times(100, work(Outcome.FAILED))).flatMap(List::stream).toList();

        assertThat(Reputation.ofAgent(more)).isEqualTo(Reputation.ofAgent(latest));
        assertThat(Reputation.ofPoster(more)).isEqualTo(Reputation.ofPoster(latest));
        assertThat(Reputation.ofAgent(more).works()).isEqualTo(200);
        assertThat(Reputation.ofAgent(more).failed()).isZero();
    }

    @Test
    void workForOneselfDoesNotCount() {
        SettledWork own = work(Outcome.ACCEPTED).agent(ANNS_AGENT, ANN).build();
        SettledWork forAnother = work(Outcome.EXPIRED).build();

        assertThat(Reputation.ofAgent(List.of(own)).score()).isNull();
        assertThat(Reputation.ofPoster(List.of(own)).score()).isNull();
        assertThat(Reputation.ofAgent(List.of(own, forAnother)))
                .isEqualTo(Reputation.ofAgent(List.of(forAnother)));
        assertThat(
                        Reputation.ofAgent(
                                        Stream.of(
                                                        Collections.nCopies(200, own),
                                                        List.of(forAnother))
                                                .flatMap(List::stream)
                                                .toList())
                                .works())
                .isEqualTo(1);
    }

    @Test
    void everyEndIsCounted() {
        List<SettledWork> works =
                Stream.of(
                                times(3, work(Outcome.ACCEPTED)),
                                times(2, work(Outcome.AUTO_ACCEPTED)),
                                times(4, work(Outcome.SETTLED)),
                                times(5, work(Outcome.FAILED)),
                                times(6, work(Outcome.EXPIRED)),
                                times(7, work(Outcome.RULED).agentShare(0)),
                                times(8, work(Outcome.RULED).agentShare(10_000)),
                                times(1, work(Outcome.RULED).agentShare(5_000)))
                        .flatMap(List::stream)
                        .toList();

        Reputation agent = Reputation.ofAgent(works);
        Reputation poster = Reputation.ofPoster(works);

        for (Reputation reputation : List.of(agent, poster)) {
            assertThat(reputation.works()).isEqualTo(36);
            assertThat(reputation.accepted()).isEqualTo(5);
            assertThat(reputation.acceptedByTime()).isEqualTo(2);
            assertThat(reputation.settled()).isEqualTo(4);
            assertThat(reputation.failed()).isEqualTo(5);
            assertThat(reputation.expired()).isEqualTo(6);
        }
        assertThat(agent.disputesWon()).isEqualTo(8);
        assertThat(agent.disputesLost()).isEqualTo(7);
        assertThat(poster.disputesWon()).isEqualTo(7);
        assertThat(poster.disputesLost()).isEqualTo(8);
    }

    @Test
    void responseTimeIsTheMeanOfThoseThereAre() {
        List<SettledWork> works =
                List.of(
                        work(Outcome.ACCEPTED)
                                .submitAfter(AN_HOUR)
                                .reviewedAfter(AN_HOUR.multipliedBy(5))
                                .build(),
                        work(Outcome.ACCEPTED)
                                .submitAfter(AN_HOUR.multipliedBy(2))
                                .reviewedAfter(null)
                                .build(),
                        work(Outcome.EXPIRED).build());

        assertThat(Reputation.ofAgent(works).responseTime()).isEqualTo(Duration.ofMinutes(90));
        assertThat(Reputation.ofPoster(works).responseTime()).isEqualTo(AN_HOUR.multipliedBy(5));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoreLiesWithinItsScaleWhateverHappened(long seed) {
        Random random = new Random(seed);
        List<SettledWork> works =
                IntStream.range(0, random.nextInt(1, 300)).mapToObj(_ -> any(random)).toList();

        assertThat(Reputation.ofAgent(works).score()).isBetween(0, Reputation.SCORE_MAX);
        assertThat(Reputation.ofPoster(works).score()).isBetween(0, Reputation.SCORE_MAX);
    }

    @Test
    void nobodyIsPerfectOrHopeless() {
        // quality 201/202, promptness 201/202
        assertThat(Reputation.ofAgent(times(200, work(Outcome.ACCEPTED))).score()).isEqualTo(99);
        assertThat(Reputation.ofPoster(times(200, work(Outcome.ACCEPTED))).score()).isEqualTo(99);
        // quality 1/402, promptness 1/202
        assertThat(Reputation.ofAgent(times(200, lateWork(Outcome.RULED).agentShare(0))).score())
                .isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static SettledWork any(Random random) {
        Outcome[] outcomes = Outcome.values();
        return work(outcomes[random.nextInt(outcomes.length)])
                .agentShare(random.nextInt(3) * 5_000)
                .submitAfter(anyUpTo(LEASE.multipliedBy(3), random))
                .reviewedAfter(anyUpTo(REVIEW_WINDOW.multipliedBy(2), random))
                .build();
    }

    private static @Nullable Duration anyUpTo(Duration most, Random random) {
        return random.nextInt(4) == 0
                ? null
                : Duration.ofSeconds(random.nextLong(most.toSeconds()));
    }

    private static SettledWorkFixture lateWork(Outcome outcome) {
        return work(outcome).submitAfter(LEASE);
    }

    private static List<SettledWork> times(int count, SettledWorkFixture work) {
        return Collections.nCopies(count, work.build());
    }

    private static @Nullable Integer ofAgent(SettledWorkFixture work) {
        return Reputation.ofAgent(List.of(work.build())).score();
    }

    private static @Nullable Integer ofPoster(SettledWorkFixture work) {
        return Reputation.ofPoster(List.of(work.build())).score();
    }
}
