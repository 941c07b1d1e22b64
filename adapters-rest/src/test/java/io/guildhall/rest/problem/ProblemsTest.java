package io.guildhall.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    /** No state is the pool's, 53100 a full disk, 58030 one that cannot be read or written. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "53100", "53300", "57014", "57P02", "57P03", "58030"})
    void databaseInTroubleIsAnOutageAndSaysWhenToComeAgain(@Nullable String state) {
        Problem problem =
                Problems.of(new IllegalStateException(new SQLException("trouble", state)));

        assertThat(problem.fault()).isEqualTo(Fault.UNAVAILABLE);
        assertThat(problem.headers()).containsEntry("Retry-After", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601"})
    void mistakeOfOursIsNone(String state) {
        Problem problem = Problems.of(new SQLException("a bug", state));

        assertThat(problem.fault()).isEqualTo(Fault.INTERNAL);
    }
}
