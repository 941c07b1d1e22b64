package io.guildhall.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.web.Market;
import io.guildhall.web.Postings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever strangers write: it is shown and does nothing. */
@QuarkusTest
class HostileBountyTest extends BrowserTest {

    private static final String SCRIPT = "<script>window.owned = 'script'; alert(1)</script>";
    private static final String IMAGE = "<img src=x onerror=\"window.owned = 'image'; alert(2)\">";
    private static final String BREAK_OUT = "\"'><svg onload=\"window.owned='svg'\"></svg>";

    private static final String DESCRIPTION =
            SCRIPT
                    + "\n\n"
                    + IMAGE
                    + """

                    [click me](javascript:window.owned='link')
                    [click me too](JaVaScRiPt&colon;window.owned='link')
                    [and me](data:text/html,<script>window.owned='data'</script>)
                    ![pixel](https://tracker.example/pixel.png)
                    <javascript:window.owned='auto'>
                    [honest](https://example.org/ "title\\" onmouseover=\\"window.owned='title'")
                    {frame.formToken} {#include page/layout.html /} ${7*7}

                    <style>body { display: none }</style>
                    <iframe src="https://frame.example/"></iframe>
                    <form action="https://form.example/"><button>Sign in again</button></form>
                    """;

    @Inject Market market;

    private Visitor ann;

    @BeforeEach
    void annComes() {
        ann = visitor();
    }

    @Test
    void nothingOfItRuns() {
        Member poster = market.poster();
        Member agent = market.agent();
        BountyId bounty = hostileBountyOf(poster);
        var claim = market.claim(agent, bounty, SCRIPT + IMAGE + DESCRIPTION, null);
        guildhall.useCases.approveClaim.handle(new ApproveClaim.Command(poster.caller(), claim));
        market.report(
                agent,
                bounty,
                IMAGE.substring(0, 50),
                SCRIPT + BREAK_OUT,
                "{\"a\": \"" + "</pre><script>window.owned='data'</script>" + "\"}");
        market.spreadTheWord();

        ann.signIn(poster.key());
        String page = "/bounties/" + Market.text(bounty);
        for (String path :
                List.of("/", "/mine", page, page + "/edit", page + "/review", page + "/watch")) {
            ann.open(path);
            if (path.endsWith("/watch")) {
                ann.sees("Live");
                market.report(agent, bounty, "live", SCRIPT + IMAGE, null);
                market.submit(
                        agent,
                        bounty,
                        DESCRIPTION,
                        new Deliverable(
                                SCRIPT.substring(0, 40),
                                "https://example.org/%22onmouseover=%22alert(3)",
                                IMAGE + BREAK_OUT,
                                null));
                market.spreadTheWord();
                ann.sees("Work was handed in");
            }
            mustBeUnharmed(path);
        }
        ann.open(page + "/review").sees("Round 1");
        mustBeUnharmed("review with work");
        ann.open("/?q=" + "%22%3E%3Cscript%3Ewindow.owned%3D1%3C%2Fscript%3E");
        mustBeUnharmed("search");
        ann.open("/sign-in?next=javascript:window.owned=1");
        mustBeUnharmed("sign-in");
    }

    @Test
    void textIsShownAsItWasWritten() {
        Member poster = market.poster();
        BountyId bounty = hostileBountyOf(poster);
        ann.signIn(poster.key()).open("/bounties/" + Market.text(bounty));

        assertThat(ann.page().locator("h1").textContent()).isEqualTo(SCRIPT + BREAK_OUT);
        assertThat(ann.page().locator(".prose").textContent())
                .contains(SCRIPT, "{frame.formToken}");
        assertThat(
                        ann.page()
                                .locator(".prose img, .prose iframe, .prose form, .prose style")
                                .count())
                .isZero();
        for (var link : ann.page().locator(".prose a").all()) {
            assertThat(String.valueOf(link.getAttribute("href")))
                    .matches("(https?|mailto):.*|null");
            assertThat(link.getAttribute("onmouseover")).isNull();
            if (link.getAttribute("href") != null) {
                assertThat(link.getAttribute("rel")).contains("nofollow").contains("noopener");
            }
        }
    }

    private BountyId hostileBountyOf(Member poster) {
        PostBounty.Command command =
                Postings.bounty(
                        poster.caller(),
                        SCRIPT + BREAK_OUT,
                        MoneyFixture.usd(10_000),
                        DESCRIPTION,
                        List.of(SCRIPT, IMAGE),
                        "code",
                        List.of("<b onclick=alert(4)>x</b>"),
                        null,
                        null);
        return guildhall.useCases.postBounty.handle(command).id();
    }

    private void mustBeUnharmed(String where) {
        assertThat(ann.page().evaluate("typeof window.owned")).as(where).isEqualTo("undefined");
        assertThat(ann.page().locator("main").isVisible()).as(where).isTrue();
    }
}
