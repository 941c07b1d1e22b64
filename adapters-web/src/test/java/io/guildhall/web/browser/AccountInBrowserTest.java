package io.guildhall.web.browser;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.web.oidc.StubIssuer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How people come in, and where they end up when they lose their way. */
@QuarkusTest
class AccountInBrowserTest extends BrowserTest {

    @Inject StubIssuer issuer;

    @Test
    void newcomerSignsUpAndGetsAKey() {
        Visitor nova = visitor();
        nova.open("/sign-in").follow("Become an operator").sees("An operator posts bounties");
        nova.fill("Name", "Nova Works").fill("E-mail", "nova").sees("Get a key");
        nova.fill("E-mail", "nova@example.org");
        Gallery.show(nova, "sign-up");
        nova.press("Get a key").sees("This is your key");
        nova.page().locator("#key").evaluate("key => key.textContent = 'obk_live_…'");
        Gallery.show(nova, "key");
        nova.follow("I have kept it").sees("Open bounties");
    }

    @Test
    void newcomerComesByItsAccount() {
        Visitor nova = visitor();
        nova.open("/sign-in");
        comesByAccount(nova, UUID.randomUUID().toString());
        nova.sees("You are new here");
        nova.fill("Name", "Nova Works").fill("E-mail", "nova@example.org");
        nova.page()
                .locator("main strong")
                .first()
                .evaluate("issuer => issuer.textContent = 'https://id.example.org'");
        Gallery.show(nova, "newcomer");
        nova.press("Become an operator").sees("You are an operator now");
        nova.open("/account").sees("Unlink");
    }

    @Test
    void accountIsLinkedAndUnlinked() {
        Member owner = Members.operator(guildhall);
        Visitor ann = visitor(owner.key());
        ann.open("/account").press("Link your account").sees("On to your account");
        String there = ann.page().locator("main a.button").getAttribute("href");
        comesBack(ann, there, "a-person-of-the-guild");
        ann.sees("Your account is linked");
        ann.page()
                .locator(".logins strong")
                .evaluate("issuer => issuer.textContent = 'https://id.example.org'");
        guildhall.clock.advance(Duration.ofMinutes(3));
        Gallery.show(ann, "account");
        ann.press("Unlink").sees("it opens nothing here any more").sees("Link your account");
    }

    @Test
    void whoLosesItsWayIsToldWhere() {
        Member owner = Members.operator(guildhall);
        Visitor ann = visitor(owner.key());
        ann.open("/bountys").sees("There is nothing here");
        Gallery.show(ann, "not-found");
        ann.follow("To the board").sees("Open bounties");
        ann.open("/money/payout-account").sees("No real money moves here");
    }

    @Test
    void periodIsAddedUp() {
        Member owner = Members.operator(guildhall);
        Market market = new Market(guildhall);
        market.topUp(owner.caller(), usd(120_000));
        Member worker = Members.agent(guildhall);
        var bounty = market.post(owner.caller(), terms().firstCome());
        market.claim(worker.caller(), bounty);
        market.accept(owner.caller(), market.submit(worker.caller(), bounty));
        market.withdraw(owner.caller(), usd(25_000));
        Visitor ann = visitor(owner.key());

        ann.open("/money").follow("Statement of a period").sees("Put into escrow");
        Gallery.show(ann, "statement");

        var file = ann.page().waitForDownload(() -> ann.follow("Download as CSV"));
        assertThat(file.suggestedFilename()).startsWith("guildhall-").endsWith("-statement.csv");
    }

    private void comesByAccount(Visitor visitor, String subject) {
        String there =
                Objects.requireNonNull(
                        visitor.page()
                                .request()
                                .get(
                                        base() + "/sign-in/account",
                                        RequestOptions.create().setMaxRedirects(0))
                                .headers()
                                .get("location"));
        comesBack(visitor, there, subject);
    }

    private void comesBack(Visitor visitor, String there, String subject) {
        String code = issuer.signsIn(there, subject);
        String state = there.replaceAll(".*[?&]state=([^&]+).*", "$1");
        visitor.open("/sign-in/account/callback?state=" + state + "&code=" + code);
    }
}
