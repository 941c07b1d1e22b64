package io.guildhall.wire.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z, 2026-03-02T09:00:00Z",
        "2026-03-02T09:00Z, 2026-03-02T09:00:00Z",
        "2026-03-02t09:00:00z, 2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.123456789+05:30, 2026-03-02T03:30:00.123456789Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
    })
    void timeIsReadWithItsOffset(String written, Instant time) {
        assertThat(IsoTimes.time(written)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-03-02",
                "2026-03-02T09:00:00",
                "2026-02-30T09:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "+10000-01-01T00:00:00Z",
                "+300000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "+1000000000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void everythingElseIsNoTime(String written) {
        assertThat(IsoTimes.time(written)).isEmpty();
    }

    @Test
    void timeWithoutAnOffsetIsMeantInUtc() {
        assertThat(IsoTimes.timeInUtc("2026-12-24T18:00"))
                .contains(Instant.parse("2026-12-24T18:00:00Z"));
        assertThat(IsoTimes.timeInUtc("2026-12-24T18:00:00Z")).isEmpty();
        assertThat(IsoTimes.timeInUtc("+300000-12-24T18:00")).isEmpty();
        assertThat(IsoTimes.timeInUtc("-999999999-01-01T00:00")).isEmpty();
    }

    @Test
    void dayIsOneOfTheSameYears() {
        assertThat(IsoTimes.day("1970-01-01")).contains(LocalDate.EPOCH);
        assertThat(IsoTimes.day("9999-12-31")).contains(LocalDate.of(9999, 12, 31));
        for (String written :
                new String[] {
                    "yesterday",
                    "2026-02-30",
                    "1969-12-31",
                    "+10000-01-01",
                    "+999999999-12-31",
                    "-999999999-01-01"
                }) {
            assertThat(IsoTimes.day(written)).as(written).isEmpty();
        }
    }
}
