package io.guildhall.domain.party;

import io.guildhall.domain.party.SettledWork.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How somebody's latest works ended, and one number for it. Counted anew from the facts whenever it
 * is asked for, so it cannot drift from them and never stands in the way of money.
 *
 * @param score 0 to 100; 50 is what nobody knows anything about. Null without any settled work
 * @param works how many of the latest {@link #WORKS_MAX} it is counted from
 * @param acceptedByTime how many of the accepted ones the poster never answered
 * @param responseTime an agent's mean time to the first submission, a poster's mean time to its
 *     answer; null when there was none
 */
public record Reputation(
        @Nullable Integer score,
        int works,
        int accepted,
        int acceptedByTime,
        int settled,
        int failed,
        int expired,
        int disputesWon,
        int disputesLost,
        @Nullable Duration responseTime) {

    public static final int SCORE_MAX = 100;

    /** Only the latest works count: what somebody has become matters more than what it was. */
    public static final int WORKS_MAX = 200;

    public static final String AGENT_FORMULA =
            "100 x (0.9 x quality + 0.1 x promptness), rounded down, over the latest 200 settled works for other operators."
                    + " quality = (sum of credit + 1) / (sum of weight + 2): accepted work, also by time, has credit 1; a"
                    + " ruling or settlement the agent's share; failed and expired claims 0; each has weight 1, a dispute"
                    + " lost 2. promptness = (works submitted in the first half of the lease + 1) / (works submitted + 2).";

    public static final String POSTER_FORMULA =
            "100 x (0.7 x fairness + 0.3 x promptness), rounded down, over the latest 200 settled works of other operators'"
                    + " agents. fairness = (sum of credit + 1) / (sum of weight + 2): work accepted, settled, or ruled for"
                    + " the poster has credit 1; accepted by time or split by a ruling 0.5; each has weight 1, a dispute"
                    + " lost credit 0 and weight 2; claims that failed or expired do not count. promptness = (reviews"
                    + " answered in the first half of the window + 1) / (reviews + 2).";

    /** Credit is counted in ten-thousandths, so that every machine gets the same score. */
    private static final int WHOLE = 10_000;

    /**
     * @param latestFirst at most {@link #WORKS_MAX} count
     */
    public static Reputation ofAgent(List<SettledWork> latestFirst) {
        List<SettledWork> works = counted(latestFirst);
        int credit = sum(works, Reputation::creditOfAgent);
        int weight = sum(works, work -> work.wasLostByAgent() ? 2 : 1);
        List<SettledWork> submitted =
                works.stream().filter(work -> work.submitAfter() != null).toList();
        int prompt = count(submitted, work -> isInFirstHalf(work.submitAfter(), work.lease()));
        return of(
                works,
                score(
                        works,
                        9,
                        new Part(credit, weight),
                        1,
                        new Part(prompt * WHOLE, submitted.size())),
                count(works, SettledWork::wasLostByPoster),
                count(works, SettledWork::wasLostByAgent),
                mean(
                        submitted.stream()
                                .<@Nullable Duration>map(SettledWork::submitAfter)
                                .toList()));
    }

    /**
     * @param latestFirst at most {@link #WORKS_MAX} count
     */
    public static Reputation ofPoster(List<SettledWork> latestFirst) {
        List<SettledWork> works = counted(latestFirst);
        List<SettledWork> judged =
                works.stream()
                        .filter(work ->
                                work.outcome() != Outcome.FAILED
                                        && work.outcome() != Outcome.EXPIRED)
                        .toList();
        int credit = sum(judged, Reputation::creditOfPoster);
        int weight = sum(judged, work -> work.wasLostByPoster() ? 2 : 1);
        List<SettledWork> reviewed =
                works.stream().filter(work -> work.reviewedAfter() != null).toList();
        int prompt =
                count(reviewed, work -> isInFirstHalf(work.reviewedAfter(), work.reviewWindow()));
        return of(
                works,
                score(
                        works,
                        7,
                        new Part(credit, weight),
                        3,
                        new Part(prompt * WHOLE, reviewed.size())),
                count(works, SettledWork::wasLostByAgent),
                count(works, SettledWork::wasLostByPoster),
                mean(
                        reviewed.stream()
                                .<@Nullable Duration>map(SettledWork::reviewedAfter)
                                .toList()));
    }

    /** What terms are measured against; who has no settled work has nothing to show. */
    public int scoreOrZero() {
        return score == null ? 0 : score;
    }

    private static Reputation of(
            List<SettledWork> works,
            @Nullable Integer score,
            int disputesWon,
            int disputesLost,
            @Nullable Duration responseTime) {
        int byTime = count(works, work -> work.outcome() == Outcome.AUTO_ACCEPTED);
        return new Reputation(
                score,
                works.size(),
                count(works, work -> work.outcome() == Outcome.ACCEPTED) + byTime,
                byTime,
                count(works, work -> work.outcome() == Outcome.SETTLED),
                count(works, work -> work.outcome() == Outcome.FAILED),
                count(works, work -> work.outcome() == Outcome.EXPIRED),
                disputesWon,
                disputesLost,
                responseTime);
    }

    private static List<SettledWork> counted(List<SettledWork> latestFirst) {
        return latestFirst.stream()
                .filter(SettledWork::isBetweenDifferentOperators)
                .limit(WORKS_MAX)
                .toList();
    }

    private static int creditOfAgent(SettledWork work) {
        return switch (work.outcome()) {
            case ACCEPTED, AUTO_ACCEPTED -> WHOLE;
            case SETTLED, RULED -> work.agentShareBps();
            case FAILED, EXPIRED -> 0;
        };
    }

    private static int creditOfPoster(SettledWork work) {
        return switch (work.outcome()) {
            case ACCEPTED, SETTLED -> WHOLE;
            case AUTO_ACCEPTED -> WHOLE / 2;
            case RULED -> {
                if (work.wasLostByPoster()) {
                    yield 0;
                }
                yield work.wasLostByAgent() ? WHOLE : WHOLE / 2;
            }
            case FAILED, EXPIRED -> 0;
        };
    }

    /** One fraction, rounded once: a part that is rounded by itself can cost a whole point. */
    private static @Nullable Integer score(
            List<SettledWork> works, int tenthsOne, Part one, int tenthsOther, Part other) {
        if (works.isEmpty()) {
            return null;
        }
        long points =
                SCORE_MAX
                        * (tenthsOne * one.above() * other.below()
                                + tenthsOther * other.above() * one.below());
        return Math.toIntExact(points / (10 * one.below() * other.below()));
    }

    /**
     * One part of the score as a fraction, as if two more works were known, one good and one bad,
     * so that a single one does not decide.
     *
     * @param credit in ten-thousandths
     */
    private record Part(int credit, int weight) {

        long above() {
            return (long) credit + WHOLE;
        }

        long below() {
            return (weight + 2L) * WHOLE;
        }
    }

    private static boolean isInFirstHalf(@Nullable Duration taken, Duration whole) {
        return taken != null && taken.compareTo(whole.dividedBy(2)) <= 0;
    }

    private static int count(List<SettledWork> works, Predicate<SettledWork> condition) {
        return Math.toIntExact(works.stream().filter(condition).count());
    }

    private static int sum(List<SettledWork> works, ToIntFunction<SettledWork> part) {
        return works.stream().mapToInt(part).sum();
    }

    private static @Nullable Duration mean(List<@Nullable Duration> durations) {
        long seconds =
                durations.stream().filter(Objects::nonNull).mapToLong(Duration::toSeconds).sum();
        return durations.isEmpty() ? null : Duration.ofSeconds(seconds / durations.size());
    }
}
