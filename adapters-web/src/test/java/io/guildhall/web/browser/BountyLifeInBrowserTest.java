package io.guildhall.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.web.Market;
import io.guildhall.web.Postings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bounty's whole life, as its poster sees it in a browser. */
@QuarkusTest
class BountyLifeInBrowserTest extends BrowserTest {

    private static final String DESCRIPTION =
            """
            The parser of our query language is written for Java 17 and holds **three copies** of the same
            lookahead. It is to run on Java 25 and to be one piece.

            ### Where to look

            - `query/Parser.java`, and its two twins beside it
            - the benchmark in `query/jmh`, which must not get slower

            | input | today | at most |
            | --- | --- | --- |
            | 1,000 short queries | 41 ms | 41 ms |
            | one long query | 9 ms | 10 ms |
            """;

    private static final String CRITERIA =
            """
            All tests pass on Java 25, without a flag for preview features
            One parser is left, and nothing else refers to the other two
            The benchmark is at most 5 % slower than before
            """;

    private static final String SHA_256 =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Inject Market market;

    private Visitor ann;

    @BeforeEach
    void annComes() {
        ann = visitor();
    }

    @Test
    void posterLivesAWholeBountyLife() {
        Member poster = market.poster();
        Member scribe = market.agent();
        Member mason = market.agent();
        Member novice = market.agent();
        othersPost(scribe, mason);

        Gallery.show(ann.open("/sign-in"), "sign-in");
        ann.signIn(poster.key()).sees("Open bounties");
        Gallery.show(ann, "board");

        BountyId bounty = posts();
        Gallery.show(ann, "bounty");
        ann.follow("Edit its terms").sees("Save the changes");
        Gallery.show(ann, "edit");

        guildhall.clock.advance(Duration.ofHours(3));
        market.claim(
                scribe, bounty, "I have ported **four parsers** to Java 25 and know yours.", null);
        market.claim(mason, bounty, "Three days, with the benchmark first.", null);
        market.claim(novice, bounty, "I would like to learn this.", null);
        ann.open("/bounties/" + Market.text(bounty)).sees("It is your move");
        ann.follow("Claims and work (3)").sees("Three days, with the benchmark first.");
        Gallery.show(ann, "claims");
        ann.page()
                .locator(
                        "article",
                        new com.microsoft.playwright.Page.LocatorOptions()
                                .setHasText("four parsers"))
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give it the work"))
                .click();
        ann.sees("The claim is approved");

        watches(scribe, bounty);
        reviews(scribe, bounty);

        assertThat(guildhall.bounties.find(bounty).orElseThrow().status()).isInstanceOf(Paid.class);
    }

    private BountyId posts() {
        ann.follow("Post a bounty").sees("What you need");
        ann.fill("Title", "Port the query parser to Java 25")
                .fill("Description", DESCRIPTION)
                .fill("The work is judged by", CRITERIA)
                .fill("Category", "code")
                .fill("Capabilities asked for", "java, parsing")
                .fill("Reward", "lots")
                .press("Post the bounty")
                .sees("It must be an amount such as 150");
        assertThat(ann.page().getByLabel("Title").inputValue())
                .isEqualTo("Port the query parser to Java 25");
        ann.fill("Reward", "450").sees("Where to look");
        ann.page().locator("#f-qualityGate").selectOption("on");
        Gallery.show(ann, "post");
        ann.press("Post the bounty").sees("Your bounty is posted.");
        ann.sees("$450.00 lies in escrow");
        return Market.idIn(ann.path());
    }

    private void watches(Member agent, BountyId bounty) {
        market.spreadTheWord();
        ann.open("/bounties/" + Market.text(bounty) + "/watch").sees("Live");
        guildhall.clock.advance(Duration.ofMinutes(42));
        market.report(agent, bounty, "benchmark_recorded", "41 ms and 9 ms, as you said.", null);
        guildhall.clock.advance(Duration.ofMinutes(25));
        market.report(
                agent,
                bounty,
                "parsers_merged",
                "One parser is left. 212 of 214 tests pass.",
                "{\"tests\": {\"passed\": 212, \"failed\": 2}, \"lines_removed\": 1184}");
        market.spreadTheWord();
        ann.sees("Parsers merged").sees("\"lines_removed\": 1184");

        // A page that is opened anew shows what the other was told.
        market.report(agent, bounty, "tests_green", "All 214 tests pass.", null);
        market.spreadTheWord();
        ann.sees("Tests green");
        List<String> told = ann.page().locator("#entries .entry strong").allTextContents();
        assertThat(told)
                .startsWith("Tests green", "Parsers merged", "Benchmark recorded")
                .endsWith("Posted");
        ann.open("/bounties/" + Market.text(bounty) + "/watch").sees("Live");
        assertThat(ann.page().locator("#entries .entry strong").allTextContents()).isEqualTo(told);
        Gallery.show(ann, "watch");
    }

    private void reviews(Member agent, BountyId bounty) {
        guildhall.clock.advance(Duration.ofHours(5));
        market.submit(
                agent,
                bounty,
                "The parser runs on Java 25, and its tests pass without a flag for preview features. One"
                        + " parser is left in `query/Parser.java`; nothing refers to the other two. The"
                        + " benchmark took 40 ms for short queries and 9 ms for the long one.",
                new Deliverable(
                        "pull_request",
                        "https://github.com/example/query/pull/31",
                        "Port the parser",
                        SHA_256));
        market.spreadTheWord();
        ann.sees("It is your move").sees("Work was handed in and lies with the poster");
        ann.follow("Claims and work").sees("Quality gate");
        ann.unfold("Reject");
        ann.press("Reject the work");
        ann.unfold("Ask for a revision");
        Gallery.show(ann, "review");
        ann.page()
                .getByLabel("What is to change")
                .fill("Keep `Parser.parse(String)` public, please.");
        ann.press("Send it back").sees("The work went back to its agent with your notes.");

        guildhall.clock.advance(Duration.ofHours(1));
        market.submit(
                agent,
                bounty,
                "As before, the tests pass on Java 25, and one parser is left. `Parser.parse(String)` is public again, and the benchmark is as fast as it was.");
        ann.open("/bounties/" + Market.text(bounty) + "/review").sees("Round 2");
        ann.press("Accept and pay").sees("The work is accepted and paid.");
        market.pay();
        market.spreadTheWord();
        ann.follow("Watch it work").sees("were paid to the agent's operator");
        ann.sees("$405.00 went to the agent's operator");
        Gallery.show(ann, "watch-paid");
    }

    private void othersPost(Member scribe, Member mason) {
        Member other = market.poster();
        settle(other, scribe, "Sort the changelog");
        settle(other, scribe, "Name the modules");
        settle(other, mason, "Count the stairs");
        var post = guildhall.useCases.postBounty;
        post.handle(
                Postings.bounty(
                        other.caller(),
                        "Translate the operator's handbook into Portuguese",
                        MoneyFixture.usd(18_000),
                        "Some **40 pages** of Markdown. Terms are in the glossary, and stay as they are.",
                        List.of("Every page is there", "The glossary's words are used"),
                        "writing",
                        List.of("portuguese", "translation"),
                        ClaimPolicy.BID,
                        guildhall.clock.instant().plus(Duration.ofHours(20))));
        post.handle(
                Postings.bounty(
                        other.caller(),
                        "Find out why the nightly export loses its last row",
                        MoneyFixture.usd(9_000),
                        "It happens once a week. The logs of the last month are in `s3://exports/logs`.",
                        List.of("The cause is shown by a failing test"),
                        "code",
                        List.of("python", "debugging"),
                        ClaimPolicy.FIRST_COME,
                        guildhall.clock.instant().plus(Duration.ofDays(6))));
        post.handle(
                Postings.bounty(
                        other.caller(),
                        "Label 2,000 photographs of roofs",
                        MoneyFixture.usd(25_000),
                        "Tile, slate, thatch, metal or flat. Two examples of each are in the folder.",
                        List.of("Of 100 that we check at least 97 are right"),
                        "data",
                        List.of("vision"),
                        null,
                        null));
    }

    private void settle(Member poster, Member agent, String title) {
        Money reward = MoneyFixture.usd(2_000);
        var bounty =
                guildhall.useCases.postBounty.handle(
                        Postings.bounty(
                                poster.caller(),
                                title,
                                reward,
                                "",
                                List.of(),
                                "code",
                                List.of(),
                                ClaimPolicy.FIRST_COME,
                                null));
        market.claim(agent, bounty.id(), "", null);
        guildhall.clock.advance(Duration.ofHours(2));
        var submission = market.submit(agent, bounty.id(), "Done as it was asked for.");
        guildhall.useCases.acceptSubmission.handle(
                new io.guildhall.application.submission.AcceptSubmission.Command(
                        poster.caller(), submission));
    }

    @Test
    void everythingCanBeDoneWithoutScripts() {
        Member poster = market.poster();
        Visitor bob = visitorWithoutScripts();

        bob.signIn(poster.key());
        bob.follow("Post a bounty");
        bob.fill("Title", "Sweep the hall").fill("Reward", "20.00");
        bob.fill("Description", "With a *broom*.").press("Preview");
        assertThat(bob.page().locator("#preview em").textContent()).isEqualTo("broom");
        bob.press("Post the bounty").sees("Your bounty is posted.");
        bob.follow("Edit its terms").fill("Reward", "25.00").press("Save the changes");
        bob.sees("The bounty is changed.").sees("$25.00 lies in escrow");
        bob.unfold("Cancel it");
        bob.fill("Why", "Swept already").press("Cancel the bounty");
        bob.sees("The bounty is cancelled.").sees("(Swept already)");
        bob.follow("Watch it work").sees("Whatever was in escrow is with the poster again.");
    }

    @Test
    void filtersGoIntoTheAddress() {
        Member poster = market.poster();
        guildhall.useCases.postBounty.handle(
                Postings.bounty(poster.caller(), "Zanzibar gate", MoneyFixture.usd(7_700)));
        ann.signIn(poster.key());

        ann.page().getByLabel("Search").fill("zanzibar");

        ann.page().waitForURL("**/?q=zanzibar");
        ann.sees("1 bounty");
        ann.page().getByLabel("Search").fill("nowhere at all");
        ann.sees("Nothing matches");
        Gallery.show(ann, "board-empty");
    }

    @Test
    void keyboardAloneSuffices() {
        Member poster = market.poster();
        ann.open("/sign-in");
        ann.page().keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Skip to the content");
        ann.page().keyboard().press("Enter");
        ann.page().keyboard().press("Tab");
        ann.page().keyboard().type(poster.key());
        ann.page().keyboard().press("Enter");
        ann.sees("Open bounties");
    }

    private String focused() {
        return String.valueOf(ann.page().evaluate("document.activeElement.textContent"));
    }
}
