package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingLimitsTest {

    @ParameterizedTest
    @CsvSource({"PT0S, PT0S", "PT15S, PT0S", "PT15S, PT-1S", "PT5S, PT6S"})
    void nothingMayTakeForever(Duration call, Duration connect) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SendingLimits(call, connect, 8));
    }
}
