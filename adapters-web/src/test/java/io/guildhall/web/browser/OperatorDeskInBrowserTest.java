package io.guildhall.web.browser;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.inmemory.ScriptedPaymentProvider.Behaviour;
import io.guildhall.application.inmemory.ScriptedWebhookSender;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;
import io.guildhall.web.InMemoryWiring;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does at its desk besides bounties, as it sees it in a browser. */
@QuarkusTest
class OperatorDeskInBrowserTest extends BrowserTest {

    private static final String DOES =
            """
            Renames, extracts and inlines, in small commits.

            - keeps the tests **green** at each of them
            - explains what it leaves alone
            """;

    private Market market;
    private Member owner;
    private Visitor ann;

    @BeforeEach
    void ownerIsSignedIn() {
        market = new Market(guildhall);
        owner = Members.operator(guildhall);
        ann = visitor();
        ann.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        ann.signIn(owner.key());
    }

    @AfterEach
    void webhooksAreTakenAgain() {
        guildhall.webhookSender.answer(_ -> ScriptedWebhookSender.replied(200));
    }

    @Test
    void agentIsRegisteredAndLookedAfter() {
        choose("Agents").follow("Register an agent");
        ann.fill("Name", "Refactorer")
                .fill("What it does", DOES)
                .fill("Capabilities", "java, refactoring, tests")
                .press("Register and show its key")
                .sees("This is its key");
        String key = ann.page().locator("#key").textContent();
        ann.press("Copy").sees("Copied");
        assertThat(key).startsWith("obk_live_");
        assertThat(clipboard()).isEqualTo(key);
        ann.page().locator("#key").evaluate("key => key.textContent = 'obk_live_…'");
        Gallery.show(ann, "agent-key");

        ann.follow("To the agent").sees("Reputation over time");
        worksFor(ann.path());
        ann.follow("Change the filters");
        ann.fill("Asks for one of", "java, kotlin").fill("Pays at least", "50");
        Gallery.show(ann, "agent-filters");
        ann.press("Save the filters").sees("asks for java or kotlin");
        ann.unfold("The same as a table");
        Gallery.show(ann, "agent");

        ann.press("Suspend").sees("The agent is suspended");
        ann.press("Resume").sees("The agent may work again");
        Members.agentOf(owner, guildhall);
        choose("Agents").sees("Your GitHub account");
        Gallery.show(ann, "agents");
        ann.press("Link GitHub").sees("You are sent to github.example");
    }

    @Test
    void moneyIsToppedUpAndWithdrawn() {
        choose("Money").follow("Top up");
        ann.fill("Amount", "500")
                .press("Put it on my balance")
                .sees("The money is on your balance");
        Member worker = Members.agent(guildhall);
        Bounty done = market.post(owner.caller(), terms().firstCome());
        market.claim(worker.caller(), done);
        market.accept(owner.caller(), market.submit(worker.caller(), done));
        market.post(owner.caller(), terms().title("Waits for an agent"));
        earns();
        guildhall.clock.advance(Duration.ofHours(3));

        guildhall.useCases.sendPayouts.handle(100);
        guildhall.provider.next(Behaviour.DECLINES);
        ann.follow("Withdraw").fill("Amount", "75").press("Withdraw");
        ann.sees("The money is set aside");
        guildhall.useCases.sendPayouts.handle(10);
        ann.open(ann.path().replaceAll("\\?.*", "")).sees("Name another account");
        Gallery.show(ann, "payout");
        choose("Money").sees("Waits for you");
        Gallery.show(ann, "money");
    }

    @Test
    void disputeIsArguedAndRuledOn() {
        Member workshop = Members.operator(guildhall);
        Submission work = workIn("Read quotes within quotes", workshop);
        ann.open(
                "/disputes/new?bounty="
                        + OpenBountyIds.BOUNTY.on(work.bounty().value())
                        + "&submission="
                        + OpenBountyIds.SUBMISSION.on(work.id().value()));
        ann.fill(
                        "What is wrong",
                        "The parser fails on nested quotes, which the **second criterion** asks for:"
                                + "\n\n> Quotes within quotes are read as they were written.")
                .press("Open the dispute")
                .sees("every clock of the bounty stands still");
        ann.fill("What you say", "Here is the input that breaks it:\n\n    say 'she said \"no\"'")
                .fill("What you show", "https://example.org/nested.txt The input that breaks it")
                .press("Put it on record")
                .sees("The input that breaks it");
        String dispute = ann.path().replaceAll("\\?.*", "");

        Visitor other = visitor();
        other.signIn(workshop.key()).open(dispute);
        other.fill(
                        "What you say",
                        "The criterion says *quotes within quotes*, not escaped ones. Mine reads"
                                + " those, see the test.")
                .press("Put it on record")
                .sees("see the test");
        other.page().getByLabel("The agent's share, in basis points").pressSequentially("8000");
        other.sees("Agent, before the fee (80 %)").press("Make the offer");
        other.sees("Its offer: 80 % for the agent");
        ann.open(dispute).sees("Accept and settle");
        Gallery.show(ann, "dispute");

        ruled(dispute);
        ann.open(dispute).sees("Both readings can be held");
        assertThat(market.balance(workshop.caller()).available()).isEqualTo(usd(8_100));
    }

    @Test
    void webhookIsTestedAndItsLogIsRead() {
        choose("Webhooks").follow("Add a webhook");
        ann.fill("Address", "https://ci.example.org/guildhall")
                .fill("Events", "claim.*\nbounty.cancelled")
                .fill("Note", "Starts a build");
        Gallery.show(ann, "webhook-new");
        ann.press("Add it and show its secret").sees("This is its secret");
        ann.follow("To the webhook").sees("Nothing yet");
        guildhall.webhookSender.answer(_ ->
                new Replied(
                        503,
                        Duration.ofMillis(181),
                        "{\"error\": \"deploying <b>now</b>\"}",
                        null));
        ann.press("Send a test").sees("A test event is on its way");
        deliver();
        guildhall.webhookSender.answer(_ -> ScriptedWebhookSender.replied(200));
        ann.press("Send a test");
        deliver();
        String page = ann.path().replaceAll("\\?.*", "");
        ann.open(page).sees("HTTP 503");
        Gallery.show(ann, "webhook");

        ann.page().locator("tbody tr").last().getByRole(AriaRole.LINK).click();
        ann.sees("deploying <b>now</b>");
        Gallery.show(ann, "delivery");
        choose("Webhooks").sees("Starts a build");
        Gallery.show(ann, "webhooks");
    }

    @Test
    void doorsAreShownWithTheReadersAddress() {
        choose("API").sees("One market behind four doors");
        Gallery.show(ann, "developers");
        ann.follow("OpenBounty").sees("See whose key it is");
        Gallery.show(ann, "door");

        ann.page().locator("#e-me-title ~ button").click();

        assertThat(clipboard()).startsWith("curl -s \"" + base() + "/api/me\"");
    }

    @Test
    void adminLetsTimePass() {
        market.topUp(owner.caller(), usd(50_000));
        Visitor admin = visitor();
        admin.signIn(InMemoryWiring.ADMIN_KEY).open("/admin");
        admin.fill("Why", "To see what expires");
        admin.press("Move it ahead").sees("ahead of the world");
        admin.fill("Why you compare them", "The month is over");
        admin.press("Compare now").sees("ledger: they agree");
        Gallery.show(admin, "admin");
    }

    @Test
    void everythingCanBeDoneWithoutScripts() {
        market.topUp(owner.caller(), usd(50_000));
        Visitor bob = visitorWithoutScripts();
        bob.signIn(owner.key()).open("/agents/new");
        bob.fill("Name", "Plain").press("Register and show its key").sees("obk_live_");
        bob.open("/money/withdraw").fill("Amount", "10").press("Withdraw").sees("set aside");
        String dispute =
                "/disputes/"
                        + OpenBountyIds.DISPUTE.on(
                                market.dispute(
                                                owner.caller(),
                                                workIn("Plain", Members.operator(guildhall)))
                                        .id()
                                        .value());
        bob.open(dispute).fill("The agent's share, in basis points", "2500");
        bob.press("Show the sums").sees("Agent, before the fee (25 %)");
        bob.press("Make the offer").sees("Its offer: 25 % for the agent");
    }

    private void ruled(String dispute) {
        Visitor arbiter = visitor();
        arbiter.signIn(Members.arbiter(guildhall).key()).open(dispute);
        arbiter.page().getByLabel("to both, split").check();
        arbiter.page()
                .getByLabel("The agent's share in a split, in basis points")
                .pressSequentially("6000");
        arbiter.sees("Agent, before the fee (60 %)");
        arbiter.fill("Your reasons", "Both readings can be held; the tests cover most of it.");
        Gallery.show(arbiter, "ruling");
        arbiter.press("Rule").sees("An arbiter ruled for a split: 60 % for the agent");
        arbiter.open("/disputes").sees("All disputes of this installation");
        Gallery.show(arbiter, "disputes");
    }

    /** Work of the workshop's that lies with the owner. */
    private Submission workIn(String title, Member workshop) {
        Member agent = Members.agentOf(workshop, guildhall);
        market.topUp(owner.caller(), usd(15_000));
        Bounty bounty = market.post(owner.caller(), terms().title(title).firstCome());
        market.claim(agent.caller(), bounty);
        return market.submit(agent.caller(), bounty);
    }

    /** An agent of the owner's is paid by somebody else. */
    private void earns() {
        Member agent = Members.agentOf(owner, guildhall);
        Member poster = Members.operator(guildhall);
        market.topUp(poster.caller(), usd(15_000));
        Bounty bounty = market.post(poster.caller(), terms().firstCome());
        market.claim(agent.caller(), bounty);
        market.accept(poster.caller(), market.submit(agent.caller(), bounty));
    }

    /** The agent of that page has good days and a bad one. */
    private void worksFor(String agentPage) {
        String id = agentPage.substring(agentPage.lastIndexOf('/') + 1);
        Caller agent =
                Caller.agent(
                        new AgentId(OpenBountyIds.AGENT.off(id).orElseThrow()),
                        owner.caller().operator());
        Member poster = Members.operator(guildhall);
        market.topUp(poster.caller(), usd(200_000));
        for (int work = 0; work < 10; work++) {
            Bounty bounty = market.post(poster.caller(), terms().firstCome());
            var claim = market.claim(agent, bounty);
            guildhall.clock.advance(Duration.ofHours(7));
            if (work == 4) {
                market.pass(Duration.ofDays(4));
                assertThat(market.now(claim).status().word()).isEqualTo("expired");
            } else {
                market.accept(poster.caller(), market.submit(agent, bounty));
            }
        }
        // Sessions go by the same clock in memory.
        ann.signIn(owner.key());
        ann.open(agentPage);
    }

    private void deliver() {
        guildhall.useCases.placeEvents.handle(1_000);
        guildhall.useCases.planDeliveries.handle(1_000);
        while (guildhall.useCases.sendDeliveries.handle() > 0) {
            // What other tests have left is carried out, too.
        }
    }

    private String clipboard() {
        return String.valueOf(ann.page().evaluate("navigator.clipboard.readText()"));
    }

    private Visitor choose(String section) {
        ann.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByText(section, new Locator.GetByTextOptions().setExact(true))
                .click();
        return ann;
    }
}
