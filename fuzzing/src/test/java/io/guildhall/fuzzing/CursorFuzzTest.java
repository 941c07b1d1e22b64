package io.guildhall.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.rest.openbounty.Cursor;
import java.util.Optional;

/**
 * The cursor that callers hand back: it is one of ours, which is written the same again, or none.
 */
class CursorFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void cursorIsOursOrNone(FuzzedDataProvider data) {
        Optional<Position> read = Cursor.position(data.consumeRemainingAsString());
        if (read.isPresent() && !Cursor.position(Cursor.text(read.get())).equals(read)) {
            throw new AssertionError("Read otherwise when written again: " + read);
        }
    }
}
