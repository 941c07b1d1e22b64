package io.guildhall.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/**
 * An input in its two parts: its first line, and all that follows. Taken apart by what it says and
 * not by where it is cut, so that it can be written by hand and means the same for ever.
 */
record Parts(String line, String rest) {

    static Parts of(FuzzedDataProvider data) {
        return of(data.consumeRemainingAsString());
    }

    static Parts of(String input) {
        int end = input.indexOf('\n');
        return end < 0
                ? new Parts(input, "")
                : new Parts(input.substring(0, end), input.substring(end + 1));
    }
}
