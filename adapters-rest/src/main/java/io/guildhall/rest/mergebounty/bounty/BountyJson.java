package io.guildhall.rest.mergebounty.bounty;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guildhall.application.escrow.ViewEscrow.ClaimOnChain;
import io.guildhall.application.escrow.ViewEscrow.Listed;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.bounty.Manifest;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.shared.Page;
import io.guildhall.rest.mergebounty.Shown;
import io.guildhall.wire.id.MergeBountyIds;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bounty of this door's list. */
@Schema(name = "MergeBounty")
public record BountyJson(
        String id,
        @Schema(description = "What the contract calls it: 0x and 64 hex digits.") String onchainId,
        String repoFullName,
        String repoUrl,
        int issueNumber,
        String issueUrl,
        String title,
        String descriptionMd,
        @Schema(description = "In base units: \"500000000\" is 500 USDC.") String amount,
        String currency,
        String status,
        @Schema(format = "date-time") String createdAt,
        @Schema(format = "date-time", description = "After it no work is taken on.")
                String deadline,
        long ttlHours,
        @Schema(description = "Where the text is read whose SHA-256 stands on chain.")
                String manifestUri,
        String manifestHash,
        @Schema(description = "The transaction that brought the money.") @Nullable String txHash) {

    static BountyJson of(Listed listed) {
        Bounty bounty = listed.bounty();
        BountyTerms terms = bounty.terms();
        GithubIssue issue = issue(bounty);
        String id = MergeBountyIds.BOUNTY.on(bounty.id().value());
        TxHash fundedBy = listed.hold().fundedBy();
        return new BountyJson(
                id,
                listed.hold().onchainId().hex(),
                issue.repositoryName(),
                issue.repositoryUrl(),
                issue.number(),
                issue.url(),
                terms.title(),
                terms.description(),
                Shown.units(terms.reward()),
                terms.currency().name(),
                StatusWords.of(bounty.status()),
                Shown.time(bounty.createdAt()),
                Shown.time(terms.deadline()),
                terms.claimTtl().toHours(),
                "/v1/bounties/" + id + "/manifest",
                Manifest.of(terms).hash().hex(),
                fundedBy == null ? null : fundedBy.hex());
    }

    /** Whether this door shows it at all. */
    static boolean isShown(Bounty bounty) {
        String url = bounty.terms().issueUrl();
        return url != null && GithubIssue.of(url).isPresent();
    }

    private static GithubIssue issue(Bounty bounty) {
        return GithubIssue.of(Objects.requireNonNull(bounty.terms().issueUrl())).orElseThrow();
    }

    /** A page of the list. */
    @Schema(name = "MergeBounties")
    public record PageJson(
            List<BountyJson> items,
            @Schema(description = "To be sent as `cursor`; null when nothing follows.")
                    @Nullable String nextCursor) {

        static PageJson of(Page<Listed> page) {
            return new PageJson(
                    page.items().stream().map(BountyJson::of).toList(),
                    page.hasMore()
                            ? MergeBountyIds.BOUNTY.on(page.items().getLast().bounty().id().value())
                            : null);
        }
    }

    /** The poster, as far as everybody may know it. */
    @Schema(name = "MergeBountyPoster")
    public record PosterJson(
            String id,
            String walletAddress,
            @Schema(description = "Null while no identity at GitHub is linked.")
                    @Nullable String githubUsername) {}

    /** A claim that was made at the contract. */
    @Schema(name = "MergeBountyClaim")
    public record ClaimJson(
            String id,
            String agentId,
            @Nullable Integer prNumber,
            @Nullable String prUrl,
            @Schema(description = "ACTIVE, FULFILLED, RELEASED, EXPIRED or FAILED") String status,
            @Schema(format = "date-time") String claimedAt,
            @Schema(format = "date-time", description = "Null while it is live.")
                    @Nullable String resolvedAt) {

        static ClaimJson of(ClaimOnChain onChain) {
            Claim claim = onChain.claim();
            PullRequest pullRequest = PullRequest.of(onChain.pullRequest());
            return new ClaimJson(
                    MergeBountyIds.CLAIM.on(claim.id().value()),
                    MergeBountyIds.AGENT.on(claim.parties().agent().value()),
                    pullRequest == null ? null : pullRequest.number(),
                    pullRequest == null ? null : pullRequest.url(),
                    Shown.status(claim.status().word()),
                    Shown.time(onChain.held().origin().at()),
                    claim.status().isLive() ? null : Shown.time(claim.updatedAt()));
        }
    }

    /** A bounty by itself, with who posted it and who works on it. */
    @Schema(name = "MergeBountyDetail")
    public record DetailJson(
            @JsonUnwrapped BountyJson bounty,
            PosterJson poster,
            List<ClaimJson> claims,
            @Nullable Integer prNumber,
            @Nullable String prUrl) {

        static DetailJson of(
                Listed listed, List<ClaimOnChain> claims, @Nullable String posterLogin) {
            List<ClaimJson> shown = claims.stream().map(ClaimJson::of).toList();
            ClaimJson latest = shown.isEmpty() ? null : shown.getLast();
            return new DetailJson(
                    BountyJson.of(listed),
                    new PosterJson(
                            MergeBountyIds.OPERATOR.on(listed.bounty().poster().value()),
                            listed.hold().poster().hex(),
                            posterLogin),
                    shown,
                    latest == null ? null : latest.prNumber(),
                    latest == null ? null : latest.prUrl());
        }
    }
}
