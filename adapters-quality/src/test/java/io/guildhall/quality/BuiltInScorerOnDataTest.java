package io.guildhall.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.quality.GateCase;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.states.ApprovedFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built-in scorer on labelled deliveries; {@code -Dapprove=true} writes the page about it. */
class BuiltInScorerOnDataTest {

    private static final BuiltInScorer SCORER = new BuiltInScorer();
    private static final Map<Labelled, GateVerdict> JUDGED = new LinkedHashMap<>();

    private static final String INTRODUCTION =
            """
            # The quality gate

            The gate judges a submission before its poster sees it, where the bounty has `quality_gate` switched on. Its score is
            an integer of ten-thousandths: below 4000 the submission fails and goes back to the agent, from 4000 to 6500 it reaches
            the poster with a warning, above 6500 without one. Judge is the built-in scorer, or a language model with the built-in
            scorer as its fallback.

            The built-in scorer reads words and nothing else: the same submission always gets the same verdict. The score is the mean
            of the parts by their weights, and never above any of the limits. Every part says what was found and what would raise it.
            Sentences that address the judge are left out before anything is looked at.

            This page is written by `BuiltInScorerOnDataTest` from `examples/deliveries.jsonl`. Half of those deliveries (*tuning*)
            were looked at while the scorer was made; the other half (*held out*) only at its end, and nothing was changed because of
            it. Some (*late*) were written afterwards. One of those, good work, failed at first: its facts were names that the task
            had, too. That was repaired, so *late* is no fresh look any more. All are made up, and by one hand: read the figures as
            "does what it was made for", not as a promise about deliveries of your own. `fluent_false` is work that sounds right
            and is not; it stands in no matrix, because no reader of words can tell it.
            """;

    private static final String CLOSING =
            """

            - **length**: words and references against what the task asks for (its own figures where it names any, else by category).
              What is said twice counts once, and more than enough counts no more.
            - **coverage**: whether each criterion is spoken of in a passage that says something of its own. In another language than
              the task's only names and numbers are compared, and passages are counted.
            - **substance**: numbers, names, identifiers and references that the task does not have; other new words count a little.
            - **structure**: sentences of a bearable length, and parts where it is long.
            - **topic**: whether it is about this task at all. A reference into the task's own repository settles it.
            - **own_words**: gives the task back in its own words, with hardly any others (keyword stuffing).
            - **concreteness**: many words and nothing in them that could be checked (padding).
            - **repetition**, **placeholder**, **refusal**: what they say.
            - **copy**: stands in another agent's submission on the same bounty, or is one's own earlier one unchanged.

            What it cannot do: tell right from wrong, follow a link, or notice numbers that are made up. A task that asks for a word, a
            line or a number is judged by its form only.
            """;

    @BeforeAll
    static void judge() throws IOException {
        for (Labelled labelled : Labelled.all()) {
            JUDGED.put(labelled, SCORER.judge(labelled.gateCase()));
        }
    }

    @Test
    void workIsToldFromWhatIsNone() {
        ScorerReport report = new ScorerReport(JUDGED);

        for (String half : List.of("tuning", "held_out", "late")) {
            assertThat(report.count(half, true, false)).as("%s: work sent back", half).isZero();
            assertThat(report.count(half, false, true)).as("%s: let through", half).isZero();
        }
        assertThat(JUDGED).hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void pageSaysHowWell() {
        ApprovedFile.assertApproved(
                "docs/quality-gate.md", new ScorerReport(JUDGED).page(INTRODUCTION, CLOSING));
    }

    @Test
    void addressingTheJudgeMovesNoScore() {
        Map<String, GateVerdict> byId =
                JUDGED.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.getKey().id(), Map.Entry::getValue));
        List<Labelled> addressed =
                JUDGED.keySet().stream().filter(labelled -> labelled.base() != null).toList();

        assertThat(addressed)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(labelled ->
                        assertThat(JUDGED.get(labelled)).isEqualTo(byId.get(labelled.base())));
    }

    @Test
    void sameCaseGetsTheSameVerdict() {
        for (Map.Entry<Labelled, GateVerdict> entry : JUDGED.entrySet()) {
            GateCase again = entry.getKey().gateCase();

            assertThat(new BuiltInScorer().judge(again)).isEqualTo(entry.getValue());
        }
    }

    @Test
    void everyPartThatIsNotFullSaysWhatWouldRaiseIt() {
        assertThat(JUDGED.values().stream().flatMap(verdict -> verdict.parts().stream()))
                .allSatisfy(part -> {
                    assertThat(part.explanation()).isNotBlank();
                    if (part.isLimit() && part.score() < GateVerdict.SCORE_MAX) {
                        assertThat(part.advice()).isNotBlank();
                    }
                });
    }
}
