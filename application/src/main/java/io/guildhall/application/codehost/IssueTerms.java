package io.guildhall.application.codehost;

import io.guildhall.application.bounty.PostBounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.codehost.Issue;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What an issue says of the work, where the poster has not said it. */
final class IssueTerms {

    private static final int TITLE_MAX = 200;
    private static final int DESCRIPTION_MAX = 50_000;
    private static final int CRITERIA_MAX = 20;
    private static final int CRITERION_MAX = 1_000;
    private static final Pattern TASK =
            Pattern.compile("^ {0,8}[-*+] \\[[ xX]\\] +(\\S.*)$", Pattern.MULTILINE);

    private IssueTerms() {}

    /** The same command, whole; where nothing is said of it, the merge of a pull request pays. */
    static PostBounty.Command completed(PostBounty.Command given, Issue issue) {
        return new PostBounty.Command(
                given.caller(),
                given.title().isBlank() ? cut(issue.title().strip(), TITLE_MAX) : given.title(),
                given.description().isBlank()
                        ? cut(issue.body(), DESCRIPTION_MAX)
                        : given.description(),
                given.acceptanceCriteria().isEmpty() ? criteria(issue) : given.acceptanceCriteria(),
                given.category(),
                given.capabilities(),
                given.reward(),
                given.claimPolicy(),
                given.aiAgentsAllowed(),
                given.deadline(),
                given.claimTtl(),
                given.reviewWindow(),
                given.minReputation(),
                given.qualityGate(),
                given.stakeBps(),
                issue.url(),
                Objects.requireNonNullElse(given.verification(), Verification.of(Proof.MERGE)));
    }

    /** The tasks of its body, done ones too: the work is judged as a whole. */
    static List<String> criteria(Issue issue) {
        List<String> tasks =
                TASK.matcher(issue.body().replace("\r\n", "\n"))
                        .results()
                        .map(task -> task.group(1).strip())
                        .map(task -> cut(task, CRITERION_MAX))
                        .limit(CRITERIA_MAX)
                        .toList();
        return tasks.isEmpty()
                ? List.of(
                        "A pull request that resolves "
                                + issue.repository()
                                + "#"
                                + issue.number()
                                + " is merged")
                : tasks;
    }

    /** Counted as the rules of terms count: an emoji is one character. */
    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
