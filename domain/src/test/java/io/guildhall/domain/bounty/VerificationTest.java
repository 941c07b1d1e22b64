package io.guildhall.domain.bounty;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.FieldProblem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final String ISSUE = "https://github.com/org/repo/issues/7";

    @Test
    void mergePaysUnlessSaidOtherwiseWhereAContractPaysForAnIssue() {
        assertThat(Verification.unlessSaid(Rail.ESCROW, ISSUE))
                .isEqualTo(Verification.of(Proof.MERGE));
        assertThat(Verification.unlessSaid(Rail.LEDGER, ISSUE)).isEqualTo(Verification.BY_HAND);
        assertThat(Verification.unlessSaid(Rail.ESCROW, "https://example.org/7"))
                .isEqualTo(Verification.BY_HAND);
        assertThat(Verification.unlessSaid(Rail.ESCROW, null)).isEqualTo(Verification.BY_HAND);
    }

    @Test
    void withoutThePostersWordItIsAutomatic() {
        assertThat(Verification.of(Proof.MERGE, Proof.CHECKS).isAutomatic()).isTrue();
        assertThat(Verification.of(Proof.MERGE, Proof.MANUAL).isAutomatic()).isFalse();
    }

    @Test
    void onlyWhatIsAskedOfThePullRequestCanBeMissing() {
        Verification all = Verification.of(Proof.MANUAL, Proof.CHECKS, Proof.MERGE);

        assertThat(all.missing(Set.of())).containsExactly(Proof.MERGE, Proof.CHECKS);
        assertThat(all.missing(Set.of(Proof.MERGE))).containsExactly(Proof.CHECKS);
        assertThat(all.missing(Set.of(Proof.CHECKS, Proof.MERGE))).isEmpty();
        assertThat(Verification.BY_HAND.missing(Set.of())).isEmpty();
    }

    @Test
    void pullRequestCanOnlyBeAskedForWhereThereIsAnIssue() {
        assertThat(wrong(ISSUE, Proof.MERGE)).isEmpty();
        assertThat(wrong(ISSUE, Proof.values())).isEmpty();
        assertThat(wrong(null, Proof.MANUAL)).isEmpty();
        assertThat(wrong("https://example.org/7", Proof.CHECKS)).containsExactly("verification");
        assertThat(wrong(null, Proof.MERGE, Proof.MANUAL)).containsExactly("verification");
        assertThat(wrong(ISSUE)).containsExactly("verification");
    }

    private static List<String> wrong(@Nullable String issueUrl, Proof... proofs) {
        return terms().issueUrl(issueUrl).verifiedBy(proofs).build().problems().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
