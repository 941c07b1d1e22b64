package io.guildhall.fuzzing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.application.access.Secret;
import io.guildhall.github.HmacNoticeSignatures;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The header by which GitHub proves itself: without the secret there is none that is good. */
class NoticeSignatureFuzzTest {

    private static final HmacNoticeSignatures SIGNATURES =
            new HmacNoticeSignatures(Secret.of("a-secret-that-nobody-is-told"));

    @FuzzTest(maxDuration = "1m")
    void nothingGuessedIsGood(FuzzedDataProvider data) {
        isNotSigned(Parts.of(data));
    }

    @Test
    void whatIsKeptIsAHeaderOfGithubs() throws Exception {
        Map<String, String> kept = Kept.of(NoticeSignatureFuzzTest.class, "nothingGuessedIsGood");

        assertThat(kept).containsOnlyKeys("empty", "zeros");
        assertThat(Parts.of(requireNonNull(kept.get("empty"))).line()).isEqualTo("sha256=");
        assertThat(Parts.of(requireNonNull(kept.get("zeros"))))
                .isEqualTo(new Parts("sha256=" + "0".repeat(64), "{}"));
        kept.values().forEach(input -> isNotSigned(Parts.of(input)));
    }

    private static void isNotSigned(Parts headerAndBody) {
        if (SIGNATURES.isSigned(headerAndBody.rest(), headerAndBody.line())) {
            throw new AssertionError("Signed without the secret: " + headerAndBody.line());
        }
    }
}
