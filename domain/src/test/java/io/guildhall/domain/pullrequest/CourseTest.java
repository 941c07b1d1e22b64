package io.guildhall.domain.pullrequest;

import static io.guildhall.domain.pullrequest.PullRequestFixture.AUTHOR;
import static io.guildhall.domain.pullrequest.PullRequestFixture.HEAD;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.changesAsked;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.codehost.Checks.Summary;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows from each look, cell by cell; it also writes the table for the documents. */
class CourseTest {

    private static final Instant POSTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant HANDED_IN = POSTED.plusSeconds(3_600);
    private static final Instant LATER = HANDED_IN.plusSeconds(3_600);
    private static final String OLD = "b".repeat(40);

    private static final Circumstances GIVEN = new Circumstances(POSTED, true, true, true, false);
    private static final Circumstances TOKENS_GIVEN =
            new Circumstances(POSTED, true, true, true, true);
    private static final Map<String, View> VIEWS = views();
    private static final Map<String, Verification> POLICIES = policies();

    private record View(Sighting seen, Circumstances given) {}

    /** Of work that lies with the poster, in the order of the policies. */
    private static final String UNDER_REVIEW =
            """
            draft | proofs | proofs | proofs | poster | proofs | proofs | proofs
            open | proofs | proofs | proofs | poster | proofs | proofs | proofs
            open, checks passed | proofs | accept | proofs | poster | proofs | poster | proofs
            open, checks failed | proofs | proofs | proofs | poster | proofs | proofs | proofs
            open, changes requested | revise | revise | revise | revise | revise | revise | revise
            draft, changes requested | revise | revise | revise | revise | revise | revise | revise
            closed | reject | poster | reject | poster | reject | poster | reject
            closed by our App | poster | poster | poster | poster | poster | poster | poster
            closed by another App where a token was given | poster | poster | poster | poster | poster | poster | poster
            merged | accept | proofs | proofs | poster | poster | proofs | proofs
            merged, checks passed | accept | accept | accept | poster | poster | poster | poster
            merged, checks failed | accept | proofs | proofs | poster | poster | proofs | proofs
            merged by its author | proofs | proofs | proofs | poster | proofs | proofs | proofs
            merged by our App | proofs | proofs | proofs | poster | proofs | proofs | proofs
            merged by another App | accept | proofs | proofs | poster | poster | proofs | proofs
            merged by another App where a token was given | proofs | proofs | proofs | poster | proofs | proofs | proofs
            merged into another branch | proofs | proofs | proofs | poster | proofs | proofs | proofs
            merged before the bounty was posted | proofs | proofs | proofs | poster | proofs | proofs | proofs
            """;

    private static Map<String, View> views() {
        Map<String, View> views = new LinkedHashMap<>();
        views.put("draft", view(pullRequest().draft(), Summary.PENDING));
        views.put("open", view(pullRequest(), Summary.PENDING));
        views.put("open, checks passed", view(pullRequest(), Summary.ALL_PASSED));
        views.put("open, checks failed", view(pullRequest(), Summary.FAILED));
        var asked = changesAsked(MAINTAINER, "Not yet", HEAD, LATER);
        views.put("open, changes requested", view(pullRequest(), Summary.ALL_PASSED, asked));
        views.put("draft, changes requested", view(pullRequest().draft(), Summary.NONE, asked));
        views.put("closed", view(pullRequest().closed(), Summary.ALL_PASSED));
        views.put("closed by our App", view(pullRequest().closed().byOurApp(), Summary.ALL_PASSED));
        views.put(
                "closed by another App where a token was given",
                new View(
                        pullRequest().closed().byAnotherApp().seen(Summary.ALL_PASSED),
                        TOKENS_GIVEN));
        views.put("merged", view(merged(), Summary.NONE));
        views.put("merged, checks passed", view(merged(), Summary.ALL_PASSED));
        views.put("merged, checks failed", view(merged(), Summary.FAILED));
        views.put(
                "merged by its author", view(pullRequest().mergedBy(AUTHOR, LATER), Summary.NONE));
        views.put("merged by our App", view(merged().byOurApp(), Summary.NONE));
        views.put("merged by another App", view(merged().byAnotherApp(), Summary.NONE));
        views.put(
                "merged by another App where a token was given",
                new View(merged().byAnotherApp().seen(Summary.NONE), TOKENS_GIVEN));
        views.put("merged into another branch", view(merged().into("develop"), Summary.NONE));
        views.put(
                "merged before the bounty was posted",
                view(pullRequest().mergedBy(MAINTAINER, POSTED.minusSeconds(1)), Summary.NONE));
        return views;
    }

    private static View view(PullRequestFixture shown, Summary checks, ReviewVerdict... requests) {
        return new View(shown.seen(checks, requests), GIVEN);
    }

    private static PullRequestFixture merged() {
        return pullRequest().mergedBy(MAINTAINER, LATER);
    }

    private static Map<String, Verification> policies() {
        Map<String, Verification> policies = new LinkedHashMap<>();
        for (List<Proof> proofs :
                List.of(
                        List.of(Proof.MERGE),
                        List.of(Proof.CHECKS),
                        List.of(Proof.MERGE, Proof.CHECKS),
                        List.of(Proof.MANUAL),
                        List.of(Proof.MERGE, Proof.MANUAL),
                        List.of(Proof.CHECKS, Proof.MANUAL),
                        List.of(Proof.MERGE, Proof.CHECKS, Proof.MANUAL))) {
            policies.put(
                    proofs.stream().map(Proof::word).collect(Collectors.joining(" + ")),
                    Verification.of(proofs.toArray(Proof[]::new)));
        }
        return policies;
    }

    private static HandIn handIn(String head) {
        return new HandIn(
                new SubmissionId(new UUID(1, 1)), head, false, HANDED_IN, Instant.EPOCH, false);
    }

    private static Step next(
            Sighting seen, Standing standing, Verification policy, @Nullable HandIn handIn) {
        return next(new View(seen, GIVEN), standing, policy, handIn);
    }

    private static Step next(
            View view, Standing standing, Verification policy, @Nullable HandIn handIn) {
        return new Course(view.seen(), standing, policy, handIn, null, view.given()).next();
    }

    private static String underReview(View view, Verification policy) {
        Step step = next(view, Standing.UNDER_REVIEW, policy, handIn(HEAD));
        return switch (step) {
            case Step.RequestRevision _ -> "revise";
            case Step.Wait(var reason) -> reason.name().toLowerCase(Locale.ROOT);
            case Step.Submit _, Step.Accept _, Step.Reject _, Step.Finish _ -> step.word();
        };
    }

    @Test
    void workUnderReviewIsAnsweredAsWritten() {
        String answered =
                VIEWS.entrySet().stream()
                        .map(view ->
                                view.getKey()
                                        + " | "
                                        + POLICIES.values().stream()
                                                .map(policy -> underReview(view.getValue(), policy))
                                                .collect(Collectors.joining(" | "))
                                        + "\n")
                        .collect(Collectors.joining());

        assertThat(answered).isEqualTo(UNDER_REVIEW);
    }

    @Test
    void onceThePostersTimeIsOverNothingIsRefusedAnyMore() {
        VIEWS.forEach((name, view) ->
                POLICIES.forEach((policy, verification) -> {
                    Step step = next(view, Standing.REVIEW_OVER, verification, handIn(HEAD));
                    boolean holds =
                            verification.isAutomatic()
                                    && verification
                                            .missing(view.seen().held(view.given()))
                                            .isEmpty();
                    assertThat(step instanceof Step.Accept).as(name + policy).isEqualTo(holds);
                    assertThat(step instanceof Step.Accept || step instanceof Step.Wait).isTrue();
                }));
    }

    @Test
    void whatIsOfferedIsHandedInWhateverTheTermsAskFor() {
        POLICIES.values()
                .forEach(policy ->
                        VIEWS.forEach((name, view) -> {
                            boolean isOffered =
                                    !name.startsWith("draft") && !name.startsWith("closed");
                            assertThat(
                                            next(view, Standing.WORKING, policy, null)
                                                    instanceof Step.Submit)
                                    .as(name)
                                    .isEqualTo(isOffered);
                        }));
    }

    @Test
    void whatWasSentBackIsHandedInAgainOnceSomethingHasHappened() {
        Verification policy = Verification.of(Proof.MERGE);
        Sighting open = pullRequest().seen(Summary.NONE);

        assertThat(next(open, Standing.WORKING, policy, handIn(HEAD)))
                .isEqualTo(new Step.Wait(Step.Reason.NEWS));
        assertThat(next(open, Standing.WORKING, policy, handIn(OLD))).isEqualTo(new Step.Submit());
        assertThat(next(open, Standing.WORKING, policy, handIn(HEAD).turnedDown()))
                .isEqualTo(new Step.Submit());
        assertThat(next(merged().seen(Summary.NONE), Standing.WORKING, policy, handIn(HEAD)))
                .isEqualTo(new Step.Submit());
    }

    @Test
    void whoIsAskedToReviewAgainGetsTheSameCommitAgainOnce() {
        Verification policy = Verification.of(Proof.MERGE);
        Sighting open = pullRequest().seen(Summary.NONE);
        HandIn heard = handIn(HEAD).heard(LATER);

        assertThat(
                        new Course(
                                        open,
                                        Standing.WORKING,
                                        policy,
                                        heard,
                                        LATER.plusSeconds(1),
                                        GIVEN)
                                .next())
                .isEqualTo(new Step.Submit());
        assertThat(new Course(open, Standing.WORKING, policy, heard, LATER, GIVEN).next())
                .isEqualTo(new Step.Wait(Step.Reason.NEWS));
    }

    @Test
    void requestForChangesIsHeardOnce() {
        Verification policy = Verification.of(Proof.MERGE);
        var asked = changesAsked(MAINTAINER, "Not yet", HEAD, LATER);
        Sighting open = pullRequest().seen(Summary.NONE, asked);

        assertThat(next(open, Standing.UNDER_REVIEW, policy, handIn(HEAD)))
                .isEqualTo(new Step.RequestRevision(List.of(asked)));
        assertThat(next(open, Standing.UNDER_REVIEW, policy, handIn(HEAD).heard(LATER)))
                .isEqualTo(new Step.Wait(Step.Reason.PROOFS));
    }

    @Test
    void requestFromBeforeTheHandInCountsOnlyForTheCommitThatWasHandedIn() {
        Verification policy = Verification.of(Proof.MERGE);
        Instant before = HANDED_IN.minusSeconds(1);
        var ofThis = changesAsked(MAINTAINER, "Not yet", HEAD, before);
        var ofAnother = changesAsked(MAINTAINER, "Not yet", OLD, before);

        assertThat(
                        next(
                                pullRequest().seen(Summary.NONE, ofThis),
                                Standing.UNDER_REVIEW,
                                policy,
                                handIn(HEAD)))
                .isEqualTo(new Step.RequestRevision(List.of(ofThis)));
        assertThat(
                        next(
                                pullRequest().seen(Summary.NONE, ofAnother),
                                Standing.UNDER_REVIEW,
                                policy,
                                handIn(HEAD)))
                .isEqualTo(new Step.Wait(Step.Reason.PROOFS));
    }

    @Test
    void mergeOfWhatWasNobodysWorkBeforeWaitsForThePoster() {
        Step step =
                new Course(
                                merged().seen(Summary.NONE),
                                Standing.UNDER_REVIEW,
                                Verification.of(Proof.MERGE),
                                handIn(HEAD),
                                null,
                                new Circumstances(POSTED, false, true, true, false))
                        .next();

        assertThat(step).isEqualTo(new Step.Wait(Step.Reason.PROOFS));
    }

    @Test
    void elsewhereNothingIsDoneWhateverIsSeen() {
        Map<Standing, Step> fixed =
                Map.of(
                        Standing.CLAIM_NOT_FINAL, new Step.Wait(Step.Reason.CLAIM_TO_BE_FINAL),
                        Standing.AT_THE_GATE, new Step.Wait(Step.Reason.QUALITY_GATE),
                        Standing.OTHER_WORK, new Step.Wait(Step.Reason.POSTER),
                        Standing.ROUNDS_SPENT, new Step.Wait(Step.Reason.END_OF_CLAIM),
                        Standing.DISPUTED, new Step.Wait(Step.Reason.DISPUTE),
                        Standing.OVER, new Step.Finish());
        fixed.forEach((standing, expected) ->
                VIEWS.values()
                        .forEach(view ->
                                POLICIES.values()
                                        .forEach(policy ->
                                                assertThat(
                                                                next(
                                                                        view,
                                                                        standing,
                                                                        policy,
                                                                        handIn(HEAD)))
                                                        .isEqualTo(expected))));
    }

    @Test
    void tableShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved("docs/pull-request-decisions.md", page());
    }

    private static String page() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # What follows from a look at a pull request

                        Written by `CourseTest`; do not edit. Rows are what GitHub shows, columns what the bounty's terms ask for
                        (`verification`). A pull request that was not the claim's work before it was merged, and did not name its issue
                        then, shows no merge; one in a repository that has its name only since the bounty was posted shows nothing.
                        A token is one of our App's for the repository, given within the last year to whoever works in a project.
                        Checks have passed where two looks at the same commit show it, three minutes apart.
                        """);
        table(page, "While the agent works and has handed nothing in", Standing.WORKING, null);
        table(
                page,
                "While the agent works and this commit was sent back",
                Standing.WORKING,
                handIn(HEAD));
        table(page, "While it lies with the poster", Standing.UNDER_REVIEW, handIn(HEAD));
        table(page, "Once the poster's time to refuse is over", Standing.REVIEW_OVER, handIn(HEAD));
        page.append("\n## Elsewhere\n\n| the work | what is done |\n| --- | --- |\n");
        for (Standing standing : Standing.values()) {
            switch (standing) {
                case WORKING, UNDER_REVIEW, REVIEW_OVER -> {
                    // Above.
                }
                case CLAIM_NOT_FINAL, AT_THE_GATE, OTHER_WORK, ROUNDS_SPENT, DISPUTED, OVER ->
                        page.append("| ")
                                .append(standing.name().toLowerCase(Locale.ROOT))
                                .append(" | ")
                                .append(
                                        next(
                                                        pullRequest().seen(Summary.NONE),
                                                        standing,
                                                        Verification.BY_HAND,
                                                        null)
                                                .word())
                                .append(" |\n");
            }
        }
        return page.toString();
    }

    private static void table(
            StringBuilder page, String title, Standing standing, @Nullable HandIn handIn) {
        page.append("\n## ").append(title).append("\n\n| |");
        POLICIES.keySet().forEach(policy -> page.append(' ').append(policy).append(" |"));
        page.append("\n|").append(" --- |".repeat(POLICIES.size() + 1)).append('\n');
        VIEWS.forEach((name, view) -> {
            page.append("| ").append(name).append(" |");
            POLICIES.values()
                    .forEach(policy ->
                            page.append(' ')
                                    .append(next(view, standing, policy, handIn).word())
                                    .append(" |"));
            page.append('\n');
        });
    }
}
