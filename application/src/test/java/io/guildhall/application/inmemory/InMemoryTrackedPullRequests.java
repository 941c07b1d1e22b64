package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.pullrequest.TrackingStatus.Done;
import io.guildhall.domain.pullrequest.TrackingStatus.Loose;
import io.guildhall.domain.shared.LostRace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Followed pull requests in memory, with the uniqueness that a database would enforce. */
public final class InMemoryTrackedPullRequests implements TrackedPullRequests {

    private final Rows<PullRequestName, TrackedPullRequest> rows;
    private final Rows<PullRequestName, Instant> takenUntil;
    private final Rows<RepositoryName, Instant> searches;
    private final InMemoryBounties bounties;
    private final InMemoryClaims claims;
    private final InMemoryAgentLinks links;

    public InMemoryTrackedPullRequests(
            InMemoryTransactions transactions,
            InMemoryBounties bounties,
            InMemoryClaims claims,
            InMemoryAgentLinks links) {
        this.rows = new Rows<>(transactions);
        this.takenUntil = new Rows<>(transactions);
        this.searches = new Rows<>(transactions);
        this.bounties = bounties;
        this.claims = claims;
        this.links = links;
    }

    @Override
    public Optional<TrackedPullRequest> find(PullRequestName name) {
        return rows.find(name);
    }

    @Override
    public Optional<TrackedPullRequest> of(ClaimId claim) {
        return rows.where(row -> claim.equals(claimOf(row))).stream()
                .max(
                        Comparator.<TrackedPullRequest, Boolean>comparing(
                                        row -> row.status() instanceof Assigned)
                                .thenComparing(TrackedPullRequest::updatedAt));
    }

    @Override
    public void add(TrackedPullRequest found) {
        if (rows.find(found.name()).isPresent()) {
            throw new LostRace("pull request " + found.name());
        }
        mustBeAlone(found);
        rows.add(found.name(), found);
    }

    @Override
    public TrackedPullRequest save(TrackedPullRequest pullRequest) {
        TrackedPullRequest row = rows.find(pullRequest.name()).orElseThrow();
        if (row.version() != pullRequest.version()) {
            throw new LostRace("pull request " + pullRequest.name());
        }
        mustBeAlone(pullRequest);
        TrackedPullRequest saved =
                changed(
                                pullRequest,
                                latest(row.askedAt(), pullRequest.askedAt()),
                                wasWoken(row)
                                        ? earliest(row.dueAt(), pullRequest.dueAt())
                                        : pullRequest.dueAt())
                        .atVersion(pullRequest.version() + 1);
        rows.put(saved.name(), saved);
        takenUntil.remove(saved.name());
        return saved;
    }

    @Override
    public boolean wake(PullRequestName name, Instant now) {
        Optional<TrackedPullRequest> row = rows.keep(name);
        row.ifPresent(known -> rows.put(name, woken(known, now)));
        return row.isPresent();
    }

    @Override
    public void wakeWithHead(RepositoryName repository, String head, Instant now) {
        rows.where(row ->
                        row.name().repository().equals(repository)
                                && row.status() instanceof Assigned
                                && row.seen() != null
                                && row.seen().head().equals(head))
                .forEach(row -> rows.put(row.name(), woken(row, now)));
    }

    @Override
    public void noteAsked(PullRequestName name, Instant askedAt) {
        rows.keep(name)
                .filter(row -> row.askedAt() == null || row.askedAt().isBefore(askedAt))
                .ifPresent(row -> rows.put(name, changed(row, askedAt, row.dueAt())));
    }

    @Override
    public Optional<TrackedPullRequest> takeDue(Instant now, Instant until) {
        Optional<TrackedPullRequest> first =
                rows.where(row -> isDue(row, now)).stream()
                        .min(Comparator.comparing(InMemoryTrackedPullRequests::dueAt));
        return first.map(row -> {
            TrackedPullRequest taken = due(row, until).atVersion(row.version() + 1);
            rows.put(taken.name(), taken);
            takenUntil.put(taken.name(), until);
            return taken;
        });
    }

    @Override
    public List<ClaimId> worksOf(AgentId agent, RepositoryName repository) {
        return active().filter(claim -> claim.parties().agent().equals(agent))
                .filter(claim -> claim.id().equals(bounty(claim).activeClaim()))
                .filter(claim -> issueOf(claim).filter(repository::equals).isPresent())
                .map(Claim::id)
                .toList();
    }

    @Override
    public Optional<RepositoryName> takeToSearch(Instant now, Instant again) {
        Optional<RepositoryName> due =
                active().filter(claim -> bounty(claim).status() instanceof Claimed)
                        .filter(this::isLinked)
                        .filter(claim -> !hasOpenOne(claim.id()))
                        .flatMap(claim -> issueOf(claim).stream())
                        .distinct()
                        .filter(name -> searches.find(name).filter(now::isBefore).isEmpty())
                        .findFirst();
        due.ifPresent(name -> searches.put(name, again));
        return due;
    }

    @Override
    public void postponeSearch(RepositoryName repository, Instant again) {
        searches.put(repository, again);
    }

    private Stream<Claim> active() {
        return claims.all().stream()
                .filter(claim -> claim.status() instanceof Active)
                .sorted(Comparator.comparing(claim -> claim.id().value(), Rows.BY_BYTES));
    }

    private boolean isLinked(Claim claim) {
        return links.find(claim.parties().agent()).map(AgentLink::github).isPresent();
    }

    private boolean hasOpenOne(ClaimId claim) {
        return rows.any(row ->
                row.status() instanceof Assigned(var _, var of)
                        && of.equals(claim)
                        && !row.isDropped());
    }

    private Optional<RepositoryName> issueOf(Claim claim) {
        return Optional.ofNullable(bounty(claim).terms().issueUrl())
                .flatMap(GithubIssue::of)
                .flatMap(GithubIssue::repositoryKey);
    }

    private Bounty bounty(Claim claim) {
        return bounties.find(claim.bounty()).orElseThrow();
    }

    private void mustBeAlone(TrackedPullRequest pullRequest) {
        boolean isTaken =
                pullRequest.status() instanceof Assigned(var _, var claim)
                        && rows.any(row ->
                                !row.name().equals(pullRequest.name())
                                        && row.status() instanceof Assigned(var _, var other)
                                        && other.equals(claim));
        if (isTaken) {
            throw new LostRace("a pull request of the claim of " + pullRequest.name());
        }
    }

    private static @Nullable ClaimId claimOf(TrackedPullRequest row) {
        return switch (row.status()) {
            case Loose _ -> null;
            case Assigned(var _, var claim) -> claim;
            case Done(var _, var claim, var _) -> claim;
        };
    }

    private boolean isDue(TrackedPullRequest row, Instant now) {
        return row.dueAt() != null
                && !row.dueAt().isAfter(now)
                && takenUntil.find(row.name()).filter(now::isBefore).isEmpty();
    }

    /** While it is taken it is due at the end of that, unless a notice came. */
    private boolean wasWoken(TrackedPullRequest row) {
        return row.dueAt() != null
                && takenUntil.find(row.name()).filter(row.dueAt()::isBefore).isPresent();
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant dueAt(TrackedPullRequest row) {
        return Optional.ofNullable(row.dueAt()).orElseThrow();
    }

    private static TrackedPullRequest woken(TrackedPullRequest row, Instant now) {
        return changed(row, row.askedAt(), earliest(row.dueAt(), now));
    }

    private static TrackedPullRequest due(TrackedPullRequest row, Instant at) {
        return changed(row, row.askedAt(), at);
    }

    private static TrackedPullRequest changed(
            TrackedPullRequest row, @Nullable Instant askedAt, @Nullable Instant dueAt) {
        return new TrackedPullRequest(
                row.name(),
                row.status(),
                row.knownBefore(),
                row.seen(),
                row.handIn(),
                askedAt,
                dueAt,
                row.failures(),
                row.createdAt(),
                row.updatedAt(),
                row.version());
    }
}
