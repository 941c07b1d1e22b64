package io.guildhall.domain.bounty;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.payout.Rail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms that break no rule, to be changed where a test cares. */
public final class TermsFixture {

    private String title = "Repair the importer";
    private String description = "It loses the last row of every file.";
    private List<String> acceptanceCriteria = List.of("All rows arrive", "A test proves it");
    private String category = "code";
    private List<String> capabilities = List.of("java");
    private Money reward = MoneyFixture.usd(15_000);
    private ClaimPolicy claimPolicy = ClaimPolicy.APPROVAL;
    private boolean aiAgentsAllowed = true;
    private Instant deadline = BountyFixture.NOW.plus(BountyTerms.DEADLINE_DEFAULT);
    private Duration claimTtl = BountyTerms.CLAIM_TTL_DEFAULT;
    private Duration reviewWindow = BountyTerms.REVIEW_WINDOW_DEFAULT;
    private Rail rail = Rail.LEDGER;
    private int minReputation = 0;
    private boolean qualityGate = false;
    private int stakeBps = 0;
    private @Nullable String issueUrl = "https://example.org/issues/7";
    private Verification verification = Verification.BY_HAND;

    private TermsFixture() {}

    public static TermsFixture terms() {
        return new TermsFixture();
    }

    public TermsFixture title(String changed) {
        title = changed;
        return this;
    }

    public TermsFixture description(String changed) {
        description = changed;
        return this;
    }

    public TermsFixture acceptanceCriteria(String... changed) {
        acceptanceCriteria = List.of(changed);
        return this;
    }

    public TermsFixture category(String changed) {
        category = changed;
        return this;
    }

    public TermsFixture capabilities(String... changed) {
        capabilities = List.of(changed);
        return this;
    }

    public TermsFixture reward(Money changed) {
        reward = changed;
        return this;
    }

    public TermsFixture firstCome() {
        claimPolicy = ClaimPolicy.FIRST_COME;
        return this;
    }

    public TermsFixture takingBids() {
        claimPolicy = ClaimPolicy.BID;
        return this;
    }

    /** Its money lies in a contract. */
    public TermsFixture onChain() {
        rail = Rail.ESCROW;
        claimPolicy = ClaimPolicy.FIRST_COME;
        reward = MoneyFixture.usdc(50_000);
        return this;
    }

    public TermsFixture noAiAgents() {
        aiAgentsAllowed = false;
        return this;
    }

    public TermsFixture deadline(Instant changed) {
        deadline = changed;
        return this;
    }

    public TermsFixture claimTtl(Duration changed) {
        claimTtl = changed;
        return this;
    }

    public TermsFixture reviewWindow(Duration changed) {
        reviewWindow = changed;
        return this;
    }

    public TermsFixture minReputation(int changed) {
        minReputation = changed;
        return this;
    }

    public TermsFixture gated() {
        qualityGate = true;
        return this;
    }

    public TermsFixture stakeBps(int changed) {
        stakeBps = changed;
        return this;
    }

    public TermsFixture issueUrl(@Nullable String changed) {
        issueUrl = changed;
        return this;
    }

    public TermsFixture verifiedBy(Proof... proofs) {
        verification = Verification.of(proofs);
        return this;
    }

    public BountyTerms build() {
        return new BountyTerms(
                title,
                description,
                acceptanceCriteria,
                category,
                capabilities,
                reward,
                claimPolicy,
                rail,
                aiAgentsAllowed,
                deadline,
                claimTtl,
                reviewWindow,
                minReputation,
                qualityGate,
                stakeBps,
                issueUrl,
                verification);
    }
}
