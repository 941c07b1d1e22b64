package io.guildhall.fuzzing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.rest.openbounty.Cursor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The cursor that callers hand back: it is one of ours, which is written the same again, or none.
 */
class CursorFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void cursorIsOursOrNone(FuzzedDataProvider data) {
        isOurs(data.consumeRemainingAsString());
    }

    @Test
    void whatIsKeptIsACursorAndWhatIsAlmostOne() throws Exception {
        Map<String, String> kept = Kept.of(CursorFuzzTest.class, "cursorIsOursOrNone");

        assertThat(kept).containsOnlyKeys("newest", "padded", "short");
        assertThat(isOurs(requireNonNull(kept.get("newest")))).isTrue();
        assertThat(isOurs(requireNonNull(kept.get("short")))).isFalse();
    }

    private static boolean isOurs(String text) {
        Optional<Position> read = Cursor.position(text);
        if (read.isPresent() && !Cursor.position(Cursor.text(read.get())).equals(read)) {
            throw new AssertionError("Read otherwise when written again: " + read);
        }
        return read.isPresent();
    }
}
