package io.guildhall.application.pullrequest;

import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Work;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a pull request, and what is said of it, is written down as work and as an answer to it. */
public final class PullRequestWork {

    /** More of what its author says is read at GitHub. */
    private static final int BODY_MAX = 20_000;

    private static final int NOTES_MAX = 9_000;
    private static final String CLOSED = "The pull request was closed without being merged";

    private PullRequestWork() {}

    /** One that nobody has looked at. */
    public static Work of(GithubIssue issue, int number) {
        return new Work(
                label(number) + " of " + issue.repositoryName(), deliverables(issue, number));
    }

    /** The same, with the commit that it ended with and its author's words. */
    static Work of(GithubIssue issue, PullRequest seen) {
        String content =
                label(seen.number())
                        + " of "
                        + issue.repositoryName()
                        + " at "
                        + seen.headSha()
                        + "\n\n"
                        + seen.title()
                        + "\n\n"
                        + cut(seen.body(), BODY_MAX);
        return new Work(content.strip(), deliverables(issue, seen.number()));
    }

    static boolean isIn(Submission submission, PullRequestName name) {
        String url = submission.work().pullRequest();
        return url != null && PullRequestName.of(url).filter(name::equals).isPresent();
    }

    static Review changes(List<ReviewVerdict> requests, String url) {
        String notes =
                requests.stream()
                        .map(request ->
                                request.reviewer().login()
                                        + " asks for changes: "
                                        + (request.body().isBlank()
                                                ? "see the comments at " + url
                                                : request.body().strip()))
                        .collect(Collectors.joining("\n\n"));
        return Review.notes(cut(notes, NOTES_MAX));
    }

    /** Work that is not taken in meets none of what it was to meet. */
    static Review closed(int criteria) {
        return new Review(
                CLOSED,
                IntStream.range(0, criteria)
                        .mapToObj(place -> new CriterionResult(place, false, CLOSED))
                        .toList());
    }

    private static List<Deliverable> deliverables(GithubIssue issue, int number) {
        return List.of(
                new Deliverable(
                        Deliverable.PULL_REQUEST,
                        issue.pullRequestUrl(number),
                        label(number),
                        null));
    }

    private static String label(int number) {
        return "Pull request #" + number;
    }

    /** Never in the middle of a character. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }
}
