package io.guildhall.rest.openbounty.timer;

import static io.guildhall.rest.openbounty.Shown.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.application.Mandates;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvanceClockJsonTest {

    private static final Caller ADMIN = Caller.operator(PartyFixture.ANN, Set.of(Role.ADMIN));

    @Test
    void timeIsToldInSecondsOrAsADuration() {
        assertThat(by("{\"seconds\": 90}")).isEqualTo(Duration.ofSeconds(90));
        assertThat(by("{\"duration\": \"P7D\"}")).isEqualTo(Duration.ofDays(7));
        assertThat(by("{\"duration\": \"P1DT12H\"}")).isEqualTo(Duration.ofHours(36));
        assertThat(by("{\"seconds\": 31622400}")).isEqualTo(Duration.ofDays(366));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | seconds",
                "{\"seconds\": 0}                      | seconds",
                "{\"seconds\": -1}                     | seconds",
                "{\"seconds\": 31622401}               | seconds",
                "{\"seconds\": 9223372036854775807}    | seconds",
                "{\"duration\": \"\"}                  | duration",
                "{\"duration\": \"a week\"}            | duration",
                "{\"duration\": \"P1M\"}               | duration",
                "{\"duration\": \"PT0S\"}              | duration",
                "{\"duration\": \"-P1D\"}              | duration",
                "{\"duration\": \"P367D\"}             | duration",
                "{\"seconds\": 1, \"duration\": \"PT1S\"} | duration",
            })
    void whatIsNoTimeIsNamed(String json, String field) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> by(json))
                .satisfies(refused ->
                        assertThat(refused.error().problems())
                                .extracting(FieldProblem::field)
                                .containsExactly(field));
    }

    private static Duration by(String json) {
        return read(json, AdvanceClockJson.class).command(Mandates.of(ADMIN)).by();
    }
}
