package io.guildhall.domain.codehost;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.Checks.Check;
import io.guildhall.domain.codehost.Checks.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    private static final Check PASSED = new Check("build", "completed", "success");
    private static final Check RUNNING = new Check("lint", "in_progress", null);
    private static final Check FAILED = new Check("test", "completed", "failure");

    @Test
    void oneThatFailedOutweighsThoseThatRun() {
        var checks = new Checks(List.of(PASSED, RUNNING, FAILED));

        assertThat(checks.summary()).isEqualTo(Summary.FAILED);
        assertThat(checks.total()).isEqualTo(3);
        assertThat(checks.passed()).isEqualTo(1);
        assertThat(checks.pending()).isEqualTo(1);
        assertThat(checks.failed()).isEqualTo(1);
    }

    @Test
    void whatRunsIsAwaited() {
        assertThat(new Checks(List.of(PASSED, RUNNING)).summary()).isEqualTo(Summary.PENDING);
        assertThat(new Checks(List.of(PASSED)).summary()).isEqualTo(Summary.ALL_PASSED);
    }

    @Test
    void nothingThatRanIsNoPass() {
        assertThat(Checks.NONE.summary()).isEqualTo(Summary.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failure",
                "cancelled",
                "timed_out",
                "action_required",
                "stale",
                "startup_failure",
                "a word of tomorrow"
            })
    void onlyThreeConclusionsPass(String conclusion) {
        assertThat(new Checks(List.of(new Check("x", "completed", conclusion))).summary())
                .isEqualTo(Summary.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "neutral", "skipped"})
    void whatGithubLetsPassPasses(String conclusion) {
        assertThat(new Checks(List.of(new Check("x", "completed", conclusion))).summary())
                .isEqualTo(Summary.ALL_PASSED);
    }
}
