package io.guildhall.web.agent;

import io.guildhall.application.party.ViewReputation.Step;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.web.page.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an agent's score came about, ready to be drawn, and told in words for those who do not see
 * it.
 *
 * @param line the corners of a line, as SVG takes them
 * @param area the same, closed along the bottom
 * @param rows latest first
 */
public record ScoreCourse(
        String line,
        String area,
        List<Dot> dots,
        List<Row> rows,
        String said,
        @Nullable Moment from,
        @Nullable Moment to) {

    private static final int LEFT = 36;
    private static final int WIDTH = 580;
    private static final int TOP = 12;
    private static final int HEIGHT = 150;
    private static final int SCORE_MAX = 100;

    /** A work in the picture. */
    public record Dot(String x, String y, String title) {}

    /** A work in the table. */
    public record Row(Moment at, String outcome, int score) {}

    static ScoreCourse of(List<Step> course, Instant now) {
        if (course.isEmpty()) {
            return new ScoreCourse("", "", List.of(), List.of(), "", null, null);
        }
        List<Dot> dots =
                IntStream.range(0, course.size())
                        .mapToObj(index -> dot(course, index, now))
                        .toList();
        String line =
                dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        String bottom = number(TOP + HEIGHT);
        return new ScoreCourse(
                line,
                dots.getFirst().x()
                        + ","
                        + bottom
                        + " "
                        + line
                        + " "
                        + dots.getLast().x()
                        + ","
                        + bottom,
                dots,
                course.reversed().stream().map(step -> row(step, now)).toList(),
                said(course),
                Moment.of(course.getFirst().work().at(), now),
                Moment.of(course.getLast().work().at(), now));
    }

    /** Evenly from work to work: days on which nothing was settled changed nothing. */
    private static Dot dot(List<Step> course, int index, Instant now) {
        Step step = course.get(index);
        double x =
                course.size() == 1
                        ? LEFT + WIDTH / 2.0
                        : LEFT + (double) WIDTH * index / (course.size() - 1);
        double y = TOP + HEIGHT * (1 - step.score() / (double) SCORE_MAX);
        return new Dot(
                number(x),
                number(y),
                step.score()
                        + " after "
                        + outcome(step.work()).toLowerCase(Locale.ENGLISH)
                        + ", "
                        + Moment.of(step.work().at(), now).absolute());
    }

    private static Row row(Step step, Instant now) {
        return new Row(Moment.of(step.work().at(), now), outcome(step.work()), step.score());
    }

    private static String said(List<Step> course) {
        int last = course.getLast().score();
        if (course.size() == 1) {
            return "The score is " + last + " after one work.";
        }
        int lowest = course.stream().mapToInt(Step::score).min().orElseThrow();
        int highest = course.stream().mapToInt(Step::score).max().orElseThrow();
        return "The score over the latest %d works: from %d to %d, never below %d or above %d."
                .formatted(course.size(), course.getFirst().score(), last, lowest, highest);
    }

    private static String outcome(SettledWork work) {
        return switch (work.outcome()) {
            case ACCEPTED -> "Accepted";
            case AUTO_ACCEPTED -> "Accepted by time";
            case SETTLED -> "Settled, " + percent(work.agentShareBps()) + " for the agent";
            case RULED -> "Ruled, " + percent(work.agentShareBps()) + " for the agent";
            case FAILED -> "Failed";
            case EXPIRED -> "Expired";
        };
    }

    private static String percent(int basisPoints) {
        return basisPoints % 100 == 0
                ? basisPoints / 100 + " %"
                : String.format(Locale.ENGLISH, "%.2f %%", basisPoints / 100.0);
    }

    private static String number(double value) {
        return String.format(Locale.ENGLISH, "%.1f", value);
    }
}
