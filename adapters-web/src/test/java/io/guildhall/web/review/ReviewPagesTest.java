package io.guildhall.web.review;

import static io.guildhall.domain.submission.SubmissionFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionFixture;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Work;
import io.guildhall.web.Browser;
import io.guildhall.web.Market;
import io.guildhall.web.Postings;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewPagesTest {

    private static final Pattern OPEN =
            Pattern.compile("<details class=\"act\" open>\\s*<summary>([^<]+)</summary>");
    private static final Pattern LED_TO = Pattern.compile("href=\"#(f-[A-Za-z]+)\"");

    @Inject InMemoryGuildhall guildhall;
    @Inject Market market;

    private Member ann;
    private Member agent;
    private BountyId bounty;
    private ClaimId claim;
    private String page = "";
    private Browser browser;

    @BeforeEach
    void anAgentAsksForWork() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        ann = market.poster();
        agent = market.agent();
        bounty =
                guildhall
                        .useCases
                        .postBounty
                        .handle(
                                Postings.bounty(
                                        ann.caller(),
                                        "Paint it",
                                        MoneyFixture.usd(9_000),
                                        "",
                                        List.of("It is blue", "It is dry"),
                                        "code",
                                        List.of(),
                                        null,
                                        null))
                        .id();
        claim = market.claim(agent, bounty, "Mine, please.", null);
        page = "/bounties/" + Market.text(bounty) + "/review";
        browser = Browser.signedIn(ann.key());
    }

    @Test
    void workThatWouldBecomeAHugeTableCanBeReadAndAccepted() {
        String work =
                submitted("a|".repeat(720) + "\n" + "-|".repeat(720) + "\n" + "x\n".repeat(1_450));

        browser.get(page).then().statusCode(200).body(containsString(work + "/accept"));
        browser.send(page, work + "/accept", Map.of()).then().statusCode(303);

        assertThat(status(work)).isInstanceOf(Accepted.class);
    }

    @Test
    void rejectionThatCannotBeTakenStaysOne() {
        String work = submitted("Painted.");

        String shown = refused(work + "/reject", Map.of("rejected", id(work), "notes", "Not so"));

        assertThat(matches(OPEN, shown)).containsExactly("Reject");
        assertThat(matches(LED_TO, shown)).containsExactly("f-criteriaResults");
        assertThat(shown).containsOnlyOnce("id=\"f-criteriaResults\"").containsOnlyOnce(">Not so<");
        assertThat(status(work)).isInstanceOf(UnderReview.class);
    }

    @Test
    void whatWasSaidOfTheCriteriaIsKept() {
        String work = submitted("Painted.");

        String shown =
                refused(
                        work + "/reject",
                        Map.of(
                                "rejected", id(work),
                                "met-0", "yes",
                                "note-0", "Very blue",
                                "met-1", "no",
                                "notes", " "));

        assertThat(matches(OPEN, shown)).containsExactly("Reject");
        assertThat(matches(LED_TO, shown)).containsExactly("f-notes");
        assertThat(shown)
                .containsOnlyOnce("id=\"f-notes\"")
                .contains("value=\"Very blue\"")
                .containsPattern("name=\"met-1\" value=\"no\" checked");
    }

    @Test
    void revisionThatCannotBeAskedForStaysOne() {
        String work = submitted("Painted.");

        String shown =
                refused(work + "/request-revision", Map.of("returned", id(work), "notes", " "));

        assertThat(matches(OPEN, shown)).containsExactly("Ask for a revision");
        assertThat(matches(LED_TO, shown)).containsExactly("f-notes");
        assertThat(shown).containsOnlyOnce("id=\"f-notes\"");
    }

    @Test
    void claimThatCannotBeTurnedDownIsLedTo() {
        String asked = "/claims/" + OpenBountyIds.CLAIM.on(claim.value());

        String shown = refused(asked + "/reject", Map.of("declined", id(asked), "reason", " "));

        assertThat(matches(OPEN, shown)).containsExactly("Turn down");
        assertThat(matches(LED_TO, shown)).containsExactly("f-reason");
        assertThat(shown).containsOnlyOnce("id=\"f-reason\"");
    }

    @Test
    void workThatIsTooLongForOnePageIsOnTheNext() {
        String newest = submitted("Painted.");
        Submission like = submission(newest);
        String longest = "\uD83E\uDD80".repeat(200_000);
        guildhall.transactions.run(() -> {
            for (int round = 2; round <= 8; round++) {
                guildhall.submissions.add(
                        with(
                                SubmissionFixture.submissionUnderReview(
                                        new SubmissionId(guildhall.ids.next()),
                                        guildhall.claims.find(like.claim()).orElseThrow(),
                                        round),
                                new Work(longest, List.of())));
            }
        });

        String first = browser.get(page).asString();
        List<String> earlier =
                matches(Pattern.compile("href=\"([^\"]+)\" rel=\"next\">Earlier work"), first);

        assertThat(first).contains("Round 8").doesNotContain("Round 2<").doesNotContain("Round 1<");
        assertThat(earlier).hasSize(1);
        browser.get(earlier.getFirst())
                .then()
                .body(
                        allOf(
                                containsString("Round 2"),
                                containsString("Round 1"),
                                not(containsString("Round 8")),
                                not(containsString("Earlier work"))));
    }

    /**
     * @return the path of what was handed in
     */
    private String submitted(String content) {
        guildhall.useCases.approveClaim.handle(new ApproveClaim.Command(ann.caller(), claim));
        return "/submissions/"
                + OpenBountyIds.SUBMISSION.on(market.submit(agent, bounty, content).value());
    }

    private String refused(String action, Map<String, String> fields) {
        return browser.send(page, action, fields).then().statusCode(409).extract().asString();
    }

    private Submission submission(String path) {
        return guildhall
                .submissions
                .find(new SubmissionId(OpenBountyIds.SUBMISSION.off(id(path)).orElseThrow()))
                .orElseThrow();
    }

    private Object status(String path) {
        return submission(path).status();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    }
}
