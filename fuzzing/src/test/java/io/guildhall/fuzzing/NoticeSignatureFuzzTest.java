package io.guildhall.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.github.HmacNoticeSignatures;
import io.guildhall.github.Secret;

/** The header by which GitHub proves itself: without the secret there is none that is good. */
class NoticeSignatureFuzzTest {

    private static final HmacNoticeSignatures SIGNATURES =
            new HmacNoticeSignatures(Secret.of("a-secret-that-nobody-is-told"));

    @FuzzTest(maxDuration = "1m")
    void nothingGuessedIsGood(FuzzedDataProvider data) {
        String body = data.consumeString(200);
        String header = data.consumeRemainingAsString();
        if (SIGNATURES.isSigned(body, header)) {
            throw new AssertionError("Signed without the secret: " + header);
        }
    }
}
