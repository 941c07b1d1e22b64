package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.CommentRefused;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueComment;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.codehost.RepositoryToken;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Repositories as a test wants them. */
public final class InMemoryRepositories implements Repositories {

    /** As which everything is done that is done with a token of ours. */
    public static final GithubAccount OUR_APP = new GithubAccount(31_337, "guildhall[bot]");

    /** Of whichever repository a token is for. */
    public static final long NUMBER = 1_001;

    private final InstantSource clock;
    private final Set<RepositoryName> served = ConcurrentHashMap.newKeySet();
    private final Set<RepositoryName> published = ConcurrentHashMap.newKeySet();
    private final Map<Numbered, Issue> issues = new ConcurrentHashMap<>();
    private final Map<Numbered, PullRequest> pullRequests = new ConcurrentHashMap<>();
    private final Map<Numbered, GithubAccount> closers = new ConcurrentHashMap<>();
    private final Map<String, Checks> checks = new ConcurrentHashMap<>();
    private final Map<Numbered, List<ReviewVerdict>> reviews = new ConcurrentHashMap<>();
    private final Map<String, Permission> permissions = new ConcurrentHashMap<>();
    private final Map<Numbered, List<IssueComment>> comments = new ConcurrentHashMap<>();
    private final Set<Numbered> locked = ConcurrentHashMap.newKeySet();
    private final AtomicLong commentId = new AtomicLong(1_000);
    private final AtomicReference<@Nullable GithubUnavailable> trouble = new AtomicReference<>();
    private final AtomicReference<@Nullable GithubUnavailable> afterComment =
            new AtomicReference<>();

    private final AtomicReference<@Nullable Runnable> whileLooking = new AtomicReference<>();

    private record Numbered(RepositoryName repository, int number) {}

    public InMemoryRepositories(InstantSource clock) {
        this.clock = clock;
    }

    public void serve(RepositoryName repository) {
        served.add(repository);
    }

    /** From now on it is for everybody to read. */
    public void publish(RepositoryName repository) {
        published.add(repository);
    }

    public void stopServing(RepositoryName repository) {
        served.remove(repository);
    }

    /** As it stands from now on. */
    public void put(Issue issue) {
        issues.put(new Numbered(issue.repository(), issue.number()), issue);
    }

    /** As it stands from now on. */
    public void put(PullRequest pullRequest) {
        pullRequests.put(new Numbered(pullRequest.repository(), pullRequest.number()), pullRequest);
    }

    /** Whoever closes it from now on is this one. */
    public void closes(RepositoryName repository, int number, GithubAccount somebody) {
        closers.put(new Numbered(repository, number), somebody);
    }

    public void put(RepositoryName repository, String sha, Checks ran) {
        checks.put(repository + "@" + sha, ran);
    }

    public void put(RepositoryName repository, int number, ReviewVerdict review) {
        add(reviews, new Numbered(repository, number), review);
    }

    public void put(RepositoryName repository, GithubAccount account, Permission permission) {
        permissions.put(repository + "@" + account.id(), permission);
    }

    /** Nobody can say anything there any more. */
    public void lock(RepositoryName repository, int number) {
        locked.add(new Numbered(repository, number));
    }

    public void goDown(@Nullable Duration retryAfter) {
        trouble.set(new GithubUnavailable("it is down", retryAfter));
    }

    /** The next comment is said, and its answer lost. */
    public void loseAnswerToComment() {
        afterComment.set(new GithubUnavailable("it did not answer in time", null));
    }

    /** Happens once, right after the next question for checks is answered. */
    public void afterChecks(Runnable deed) {
        whileLooking.set(deed);
    }

    public void recover() {
        trouble.set(null);
    }

    /** What our App has said there, the oldest first. */
    public List<String> said(RepositoryName repository, int number) {
        return comments.getOrDefault(new Numbered(repository, number), List.of()).stream()
                .map(IssueComment::body)
                .toList();
    }

    @Override
    public boolean isPublic(RepositoryName repository) {
        ask(repository);
        return published.contains(repository);
    }

    @Override
    public Optional<Issue> issue(RepositoryName repository, int number) {
        ask(repository);
        return Optional.ofNullable(issues.get(new Numbered(repository, number)));
    }

    @Override
    public Optional<PullRequest> pullRequest(RepositoryName repository, int number) {
        ask(repository);
        return Optional.ofNullable(pullRequests.get(new Numbered(repository, number)));
    }

    @Override
    public Optional<GithubAccount> closedBy(RepositoryName repository, int number) {
        ask(repository);
        return Optional.ofNullable(closers.get(new Numbered(repository, number)));
    }

    @Override
    public boolean isOurApp(RepositoryName repository, GithubAccount account) {
        ask(repository);
        return account.equals(OUR_APP);
    }

    @Override
    public List<PullRequest> pullRequests(RepositoryName repository, PullRequestFilter filter) {
        ask(repository);
        return pullRequests.values().stream()
                .filter(pullRequest -> pullRequest.repository().equals(repository))
                .filter(filter::takes)
                .sorted(Comparator.comparingInt(PullRequest::number).reversed())
                .limit(PULL_REQUESTS_MAX)
                .toList();
    }

    @Override
    public Checks checks(RepositoryName repository, String sha) {
        ask(repository);
        Checks ran = checks.getOrDefault(repository + "@" + sha, Checks.NONE);
        Runnable deed = whileLooking.getAndSet(null);
        if (deed != null) {
            deed.run();
        }
        return ran;
    }

    @Override
    public List<ReviewVerdict> reviews(RepositoryName repository, int number) {
        ask(repository);
        return List.copyOf(reviews.getOrDefault(new Numbered(repository, number), List.of()));
    }

    @Override
    public Permission permission(RepositoryName repository, GithubAccount account) {
        ask(repository);
        return permissions.getOrDefault(repository + "@" + account.id(), Permission.NONE);
    }

    @Override
    public long comment(RepositoryName repository, int number, String text) {
        ask(repository);
        var place = new Numbered(repository, number);
        boolean isThere = issues.containsKey(place) || pullRequests.containsKey(place);
        if (!isThere || locked.contains(place)) {
            throw new RefusedException(new CommentRefused(repository, number));
        }
        long id = commentId.incrementAndGet();
        add(comments, place, new IssueComment(id, text, clock.instant()));
        GithubUnavailable lost = afterComment.getAndSet(null);
        if (lost != null) {
            throw new RefusedException(lost);
        }
        return id;
    }

    @Override
    public List<IssueComment> ownComments(RepositoryName repository, int number, Instant since) {
        ask(repository);
        return comments.getOrDefault(new Numbered(repository, number), List.of()).stream()
                .filter(comment -> !comment.createdAt().isBefore(since))
                .toList();
    }

    @Override
    public RepositoryToken token(RepositoryName repository) {
        ask(repository);
        return new RepositoryToken(
                repository,
                NUMBER,
                "ghs_" + repository.name(),
                clock.instant().plus(Duration.ofHours(1)));
    }

    private void ask(RepositoryName repository) {
        GithubUnavailable met = trouble.get();
        if (met != null) {
            throw new RefusedException(met);
        }
        if (!served.contains(repository)) {
            throw new RefusedException(new RepositoryNotServed(repository));
        }
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.merge(
                key,
                List.of(value),
                (before, one) -> {
                    List<V> all = new ArrayList<>(before);
                    all.addAll(one);
                    return List.copyOf(all);
                });
    }
}
