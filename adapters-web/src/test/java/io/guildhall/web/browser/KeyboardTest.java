package io.guildhall.web.browser;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.web.page.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nobody needs a mouse: whatever can be used is reached by Tab, in its order, and seen there. */
@QuarkusTest
class KeyboardTest extends BrowserTest {

    private static final int STOPS_MAX = 400;

    /** Numbers whatever Tab is to reach; of radio buttons one of each group is enough. */
    private static final String NUMBER =
            """
            () => {
              const all = [...document.querySelectorAll(
                  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                .filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true})
                    && e.type !== 'radio');
              all.forEach((e, index) => { e.dataset.stop = index; });
              return all.length;
            }
            """;

    private static final String HERE =
            """
            () => {
              const e = document.activeElement;
              const box = e.getBoundingClientRect();
              const style = getComputedStyle(e);
              return {
                stop: e.dataset.stop === undefined ? -1 : Number(e.dataset.stop),
                body: e === document.body || e === document.documentElement,
                seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
                    && box.right > 0 && box.left < innerWidth,
                ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                what: e.outerHTML.slice(0, 120),
              };
            }
            """;

    @Test
    void everythingIsReachedInItsOrderAndSeen() {
        Market market = new Market(guildhall);
        Member owner = Members.operator(guildhall);
        market.topUp(owner.caller(), usd(100_000));
        Bounty bounty = market.post(owner.caller(), terms().title("Reached by Tab"));
        market.claim(Members.agent(guildhall).caller(), bounty);
        String page = "/bounties/" + Ids.of(bounty.id());
        Visitor ann = visitor();

        mustBeUsable(ann, "/sign-in");
        mustBeUsable(ann, "/sign-up");
        ann.signIn(owner.key());
        for (String path :
                List.of(
                        "/",
                        "/post",
                        page,
                        page + "/edit",
                        page + "/review",
                        page + "/watch",
                        "/money",
                        "/money/statement",
                        "/money/withdraw",
                        "/agents/new",
                        "/webhooks/new",
                        "/developers/openbounty",
                        "/account",
                        "/lost")) {
            mustBeUsable(ann, path);
        }
    }

    @Test
    void bountyIsPostedAndCancelledWithoutAMouse() {
        Market market = new Market(guildhall);
        Member owner = Members.operator(guildhall);
        market.topUp(owner.caller(), usd(100_000));
        Visitor ann = visitor(owner.key());

        ann.open("/post").page().getByLabel("Title").focus();
        type(ann, "Swept by hand");
        to(ann, "f-reward");
        type(ann, "25");
        press(ann, "Enter");
        ann.sees("Your bounty is posted.");
        to(ann, "summary");
        press(ann, "Enter");
        to(ann, "f-reason");
        type(ann, "Swept already");
        press(ann, "Tab");
        press(ann, "Enter");
        ann.sees("The bounty is cancelled.");
    }

    private void mustBeUsable(Visitor visitor, String path) {
        Page page = visitor.open(path).page();
        int count = ((Number) page.evaluate(NUMBER)).intValue();
        assertThat(count).as(path).isGreaterThan(3);
        page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
        TreeSet<Integer> reached = new TreeSet<>();
        int last = -1;
        for (int step = 0; step < STOPS_MAX && reached.size() < count; step++) {
            page.keyboard().press("Tab");
            Map<?, ?> here = (Map<?, ?>) page.evaluate(HERE);
            if (Boolean.TRUE.equals(here.get("body"))) {
                break;
            }
            int stop = ((Number) Objects.requireNonNull(here.get("stop"))).intValue();
            // A field for a day has a stop for each of its parts, and what scrolls is one by
            // itself.
            if (stop < 0 || stop == last) {
                continue;
            }
            String where = path + ": " + here.get("what");
            assertThat(stop).as(where).isGreaterThan(last);
            assertThat(here.get("seen")).as("in the window, " + where).isEqualTo(true);
            assertThat(here.get("ring")).as("with a ring, " + where).isEqualTo(true);
            reached.add(stop);
            last = stop;
        }
        assertThat(reached).as(path).hasSize(count);
    }

    /** Goes on by Tab until it is there. */
    private static void to(Visitor visitor, String where) {
        Page page = visitor.page();
        for (int step = 0; step < STOPS_MAX; step++) {
            page.keyboard().press("Tab");
            Object there =
                    page.evaluate(
                            "where => document.activeElement.id === where"
                                    + " || document.activeElement.matches(where)",
                            where);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError(where + " is not reached");
    }

    private static void type(Visitor visitor, String text) {
        visitor.page().keyboard().type(text);
    }

    private static void press(Visitor visitor, String key) {
        visitor.page().keyboard().press(key);
    }
}
