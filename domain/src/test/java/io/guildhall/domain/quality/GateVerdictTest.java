package io.guildhall.domain.quality;

import static io.guildhall.domain.quality.VerdictFixture.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.quality.GateVerdict.Outcome;
import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "0, FAIL",
        "3999, FAIL",
        "4000, WARN",
        "6500, WARN",
        "6501, PASS",
        "10000, PASS",
    })
    void scoreDecidesTheOutcome(int score, Outcome outcome) {
        assertThat(verdict(score).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void scoreIsInTenThousandths(int score) {
        assertThatThrownBy(() -> verdict(score)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> part("length", score, "Write more"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reasonsAreTheThreeWeakestPartsThatCanBeHelped() {
        GateVerdict verdict =
                new GateVerdict(
                        3_000,
                        List.of(
                                part("length", 4_000, "write more"),
                                part("coverage", 1_000, "answer it"),
                                part("structure", 5_000, "use paragraphs"),
                                part("topic", 0, ""),
                                part("repetition", 6_500, "say it once"),
                                part("substance", 6_501, "show it")),
                        BuiltInScorer.NAME);

        assertThat(verdict.reasons())
                .containsExactly(
                        "coverage found: answer it",
                        "length found: write more",
                        "structure found: use paragraphs");
    }

    private static Part part(String name, int score, String advice) {
        return new Part(name, score, 2_000, name + " found", advice);
    }
}
