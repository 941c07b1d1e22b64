package io.guildhall.domain.quality;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.quality.GateCase.Earlier;
import io.guildhall.domain.quality.GateVerdict.Outcome;
import io.guildhall.domain.quality.GateVerdict.Part;
import io.guildhall.domain.shared.Effort;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Work;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInScorerTest {

    private static final BountyTerms IMPORTER = terms().gated().build();
    private static final String GOOD =
            """
            All rows arrive now: `Importer.readRows` stopped at the last line break, and `BufferedLines` keeps the rest.
            A test proves it: `ImporterTest.lastRow`, with files of 0, 1 and 10,000 rows. https://example.org/pulls/8
            """;

    @ParameterizedTest
    @CsvSource({
        "What is the capital of Australia? One word is enough., Canberra",
        "Is 2^31-1 a prime number? Answer yes or no., Yes",
        "Name the licence of SQLite in one line., Public domain",
        "How many days had the year 1900?, 365",
        "Translate good morning into Finnish, Hyvää huomenta",
    })
    void shortRightAnswerToASmallTaskPasses(String task, String answer) {
        BountyTerms asked =
                terms().title(task).description("").acceptanceCriteria().gated().build();

        assertThat(judge(asked, answer).outcome()).as(answer).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Done.", "TODO", "I'm sorry, I cannot help with that.", "asdf"})
    void noAnswerToASmallTaskFails(String answer) {
        BountyTerms asked =
                terms().title("How many days had the year 1900?")
                        .description("")
                        .acceptanceCriteria()
                        .gated()
                        .build();

        assertThat(judge(asked, answer).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void sheerLengthRaisesNothing() {
        int once = judge(IMPORTER, "The rows are handled now.").score();
        String tenTimes = "The rows are handled now, which is a very good thing for everybody. ";

        assertThat(judge(IMPORTER, tenTimes.repeat(10)).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judge(IMPORTER, tenTimes.repeat(200)).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(once).isLessThan(GateVerdict.WARN_MIN);
    }

    @Test
    void theTasksOwnWordsAnswerNothing() {
        String words =
                IMPORTER.title()
                        + ". "
                        + IMPORTER.description()
                        + " All rows arrive. A test proves it.";

        assertThat(judge(IMPORTER, words).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judge(IMPORTER, words + " " + words).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void oneHonestSentenceOnWhatCouldNotBeDoneIsNoRefusal() {
        GateVerdict honest =
                judge(
                        IMPORTER,
                        GOOD + "I could not run it on Windows: there is no such machine here.");

        assertThat(part(honest, "refusal").score()).isEqualTo(GateVerdict.SCORE_MAX);
        assertThat(honest.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void oneGapInLongWorkIsAWarningAndNoMore() {
        GateVerdict gap = judge(IMPORTER, GOOD + "The changelog entry is TODO.");

        assertThat(gap.outcome()).isNotEqualTo(Outcome.PASS);
        assertThat(part(gap, "placeholder").advice()).isNotEmpty();
    }

    @Test
    void referencesStandForWords() {
        Work linked =
                new Work(
                        "",
                        List.of(
                                new Deliverable(
                                        "pull_request",
                                        "https://example.org/pulls/8",
                                        "All rows arrive; a test proves it",
                                        "ab".repeat(32))));

        assertThat(new BuiltInScorer().judge(new GateCase(IMPORTER, linked, List.of())).outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void whitespaceInvisibleSignsAndWideFormsMakeNoDifference() {
        GateVerdict plain = judge(IMPORTER, GOOD);

        assertThat(judge(IMPORTER, "\n\n" + GOOD.replace("\n", "\n\n\n")).score())
                .isEqualTo(plain.score());
        assertThat(judge(IMPORTER, GOOD.replace("Importer", "Im\u200bpor\u2060ter")))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                ". ",
                "a-",
                "https://",
                "<insert ",
                "[insert",
                "汉字",
                "output ",
                "\n- ",
                "```\n",
                "| ",
                "i cannot a a ",
                "judge give score ",
                "\u0301",
                "\ud83d\ude00",
                "# ",
                "x.y",
                "(",
                "\t1.",
                "A-",
                "…",
                "㏇",
                "\uFDFA",
                "\u0301\u0323",
                "\u0301\u200B\u0323",
                "\u0301\uFF9E",
                "Σ",
                "İ",
                "Todo. ",
                "asdf_",
                "высш",
                "min. *1"
            })
    void anyTextIsJudged(String piece) {
        String text = piece.repeat(200_000 / piece.length());

        Effort.isLittle(() -> assertThat(judge(IMPORTER, text).outcome()).isEqualTo(Outcome.FAIL));
        BountyTerms asked = terms().description(text.substring(0, 50_000)).build();
        Effort.isLittle(() -> assertThat(judge(asked, GOOD).parts()).isNotEmpty());
        Effort.isLittle(() -> assertThat(judge(asked, text).parts()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "# ", "", "min ", "[insert"})
    void anyLineIsJudged(String begin) {
        String line = begin + " ".repeat(59_000) + "\u2028xx";

        Effort.isLittle(() -> assertThat(judge(IMPORTER, line).outcome()).isEqualTo(Outcome.FAIL));
    }

    @Test
    void allEarlierWorkIsComparedAtOnce() {
        Work work = new Work("A-".repeat(100_000), List.of());
        GateCase copies =
                new GateCase(
                        IMPORTER,
                        work,
                        Collections.nCopies(GateCase.EARLIER_MAX, new Earlier(work, false)));

        Effort.isLittle(() ->
                assertThat(new BuiltInScorer().judge(copies).outcome()).isEqualTo(Outcome.FAIL));
    }

    /**
     * What begins with a mark once it is brought into one form is counted among the marks; those of
     * the Thai and the Lao vowel stay where they are.
     */
    @Test
    void everySignThatBecomesAMarkIsKnown() {
        for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
            String text = Character.toString(sign);
            String begin = Normalizer.normalize(text, Normalizer.Form.NFKD);
            if (isMark(begin.codePointAt(0)) && !isMark(sign)) {
                assertThat(text).isIn("\uFF9E", "\uFF9F", "\u0E33", "\u0EB3");
            }
        }
    }

    @Test
    void lineEndsOfWindowsMakeNoDifference() {
        String list =
                "# All rows arrive\n\n- `Importer.readRows` stopped early\n1. A test proves it";

        assertThat(judge(IMPORTER, list.replace("\n", "\r\n"))).isEqualTo(judge(IMPORTER, list));
    }

    @Test
    void whatTheTaskIsAboutIsNoGap() {
        BountyTerms todos = terms().description("An app for TODOs. It has no [link here].").build();

        assertThat(part(judge(todos, "The todo list has a [link here]. " + GOOD), "placeholder"))
                .extracting(Part::score)
                .isEqualTo(GateVerdict.SCORE_MAX);
        assertThat(part(judge(todos, "The rest is lorem ipsum. " + GOOD), "placeholder").score())
                .isLessThan(GateVerdict.SCORE_MAX);
    }

    @Test
    void emptyWorkScoresNothing() {
        assertThat(judge(IMPORTER, " ").score()).isZero();
    }

    private static GateVerdict judge(BountyTerms asked, String content) {
        return new BuiltInScorer()
                .judge(new GateCase(asked, new Work(content, List.of()), List.of()));
    }

    private static boolean isMark(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    private static Part part(GateVerdict verdict, String name) {
        return verdict.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
