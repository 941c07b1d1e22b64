package io.guildhall.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.web.Browser;
import io.guildhall.web.PageRules;
import io.guildhall.web.oidc.StubIssuer.Mood;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccountTest {

    @Inject InMemoryGuildhall guildhall;
    @Inject StubIssuer issuer;

    private final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void nextMinute() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        issuer.isFromNowOn(Mood.HONEST);
    }

    @AfterEach
    void issuerIsHonestForAllOthers() {
        issuer.isFromNowOn(Mood.HONEST);
    }

    @Test
    void accountThatWasLinkedSignsIn() {
        Member ann = Members.operator(guildhall);
        Browser withKey = Browser.signedIn(ann.key());
        withKey.get("/account").then().statusCode(200).body(containsString("Link your account"));

        comesBack(withKey, sentToLink(withKey))
                .then()
                .statusCode(303)
                .header("Location", "/account?said=linked");
        withKey.get("/account?said=linked").then().body(containsString("Your account is linked"));

        Browser anywhere = new Browser();
        anywhere.get("/sign-in")
                .then()
                .body(containsString("Sign in with the guild&#39;s account"));
        comesBack(anywhere, sentThere(anywhere)).then().statusCode(303).header("Location", "/");
        anywhere.get("/account").then().statusCode(200).body(containsString(name(ann)));
    }

    @Test
    void somebodyNewSignsUpByItsAccount() {
        Browser stranger = new Browser();

        comesBack(stranger, sentThere(stranger))
                .then()
                .statusCode(303)
                .header("Location", "/sign-up/account");
        stranger.get("/mine").then().statusCode(303);
        Response asked = stranger.get("/sign-up/account");
        asked.then().statusCode(200).body(containsString("You are new here"));
        PageRules.assertAllowsNothingButOurOwn("/sign-up/account", asked);
        stranger.send("/sign-up/account", "/sign-up/account", Map.of("name", "", "email", "x"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"p-name\""));
        String shown = signsUp(stranger, "Nova").then().statusCode(200).extract().asString();

        String key = shown.replaceAll("(?s).*<code id=\"key\">([^<]+)<.*", "$1");
        assertThat(key).startsWith("obk_live_");
        stranger.get("/account").then().body(containsString("Nova"));
        Browser.signedIn(key).get("/account").then().body(containsString("Nova"));
        Browser elsewhere = new Browser();
        comesBack(elsewhere, sentThere(elsewhere)).then().header("Location", "/");
        elsewhere.get("/account").then().body(containsString("Nova"));
    }

    @Test
    void whoSignsUpTwiceIsOneOperator() {
        Browser stranger = new Browser();
        comesBack(stranger, sentThere(stranger));
        String drawn = stranger.get("/sign-up/account").asString();
        Map<String, String> form = Map.of("name", "Once", "email", "once@example.org");

        stranger.post("/sign-up/account", Browser.token(drawn), Browser.once(drawn), form)
                .then()
                .statusCode(200);

        // Its way to become an operator is used up.
        stranger.get("/sign-up/account").then().statusCode(403);
        Browser second = new Browser();
        comesBack(second, sentThere(second)).then().header("Location", "/");
    }

    @Test
    void whoWasNotVouchedForDoesNotSignUpSo() {
        new Browser()
                .get("/sign-up/account")
                .then()
                .statusCode(403)
                .body(containsString("Nobody has vouched for you"));
        Browser late = new Browser();
        comesBack(late, sentThere(late));
        guildhall.clock.advance(Newcomer.LONGEST);
        late.get("/sign-up/account").then().statusCode(403);
    }

    @Test
    void unlinkedAccountIsNobodysAgain() {
        Member ann = Members.operator(guildhall);
        Browser withKey = Browser.signedIn(ann.key());
        comesBack(withKey, sentToLink(withKey));
        Browser byAccount = new Browser();
        comesBack(byAccount, sentThere(byAccount));
        byAccount.get("/account").then().body(containsString(subject));

        // Whoever came by the account would have no way in without it.
        unlink(byAccount).then().statusCode(409).body(containsString("without your operator key"));
        unlink(withKey).then().statusCode(303).header("Location", "/account?said=unlinked");

        withKey.get("/account?said=unlinked")
                .then()
                .body(allOf(containsString("is unlinked"), not(containsString(subject))));
        byAccount.get("/account").then().statusCode(303);
        unlink(withKey).then().statusCode(409);
        Browser stranger = new Browser();
        comesBack(stranger, sentThere(stranger)).then().header("Location", "/sign-up/account");
    }

    @Test
    void accountOfAnotherIsNotUnlinked() {
        Member ann = Members.operator(guildhall);
        Browser withKey = Browser.signedIn(ann.key());
        comesBack(withKey, sentToLink(withKey));

        unlink(Browser.signedIn(Members.operator(guildhall).key())).then().statusCode(409);

        Browser byAccount = new Browser();
        comesBack(byAccount, sentThere(byAccount)).then().header("Location", "/");
    }

    @Test
    void linkThatSomebodyIsLedToLinksNothing() {
        Browser ann = Browser.signedIn(Members.operator(guildhall).key());

        comesBack(ann, sentThere(ann)).then().header("Location", "/sign-up/account");
        ann.post("/sign-in/account", "guessed", "once", Map.of()).then().statusCode(403);

        ann.get("/account").then().body(not(containsString(subject)));
    }

    @Test
    void accountOfAnotherIsNotTakenOver() {
        Browser ann = Browser.signedIn(Members.operator(guildhall).key());
        Browser bob = Browser.signedIn(Members.operator(guildhall).key());
        comesBack(ann, sentToLink(ann)).then().statusCode(303);

        comesBack(bob, sentToLink(bob))
                .then()
                .statusCode(409)
                .body(containsString("is linked to another operator already"));
    }

    @Test
    void whoBeganElsewhereIsNotSignedIn() {
        Browser attacker = new Browser();
        String address = sentThere(attacker);
        String code = issuer.signsIn(address, subject);
        Browser victim = new Browser();

        victim.get("/sign-in/account/callback?state=" + state(address) + "&code=" + code)
                .then()
                .statusCode(403)
                .body(containsString("This was not begun here"));

        sentThere(victim);
        victim.get("/sign-in/account/callback?state=" + state(address) + "&code=" + code)
                .then()
                .statusCode(403);
    }

    @Test
    void journeyThatTookTooLongIsOver() {
        Browser browser = new Browser();
        String address = sentThere(browser);

        guildhall.clock.advance(Journey.LONGEST);

        comesBack(browser, address).then().statusCode(403);
    }

    @Test
    void codeIsGoodOnce() {
        Browser ann = Browser.signedIn(Members.operator(guildhall).key());
        String address = sentToLink(ann);
        String code = issuer.signsIn(address, subject);
        String back = "/sign-in/account/callback?state=" + state(address) + "&code=" + code;
        ann.get(back).then().statusCode(303);

        ann.get(back).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "FORGED, 502, cannot be asked now",
        "WRONG_AUDIENCE, 502, cannot be asked now",
        "STALE, 502, cannot be asked now",
        "WRONG_NONCE, 403, This was not begun here",
        "FORGETFUL, 403, This sign-in has run out"
    })
    void whatDoesNotHoldIsNotBelieved(Mood mood, int status, String told) {
        Browser ann = Browser.signedIn(Members.operator(guildhall).key());
        issuer.isFromNowOn(mood);

        comesBack(ann, sentToLink(ann)).then().statusCode(status).body(containsString(told));

        issuer.isFromNowOn(Mood.HONEST);
        Browser stranger = new Browser();
        comesBack(stranger, sentThere(stranger)).then().header("Location", "/sign-up/account");
    }

    @Test
    void issuerThatIsAwayKeepsNobodyFromItsKey() {
        Member ann = Members.operator(guildhall);
        Browser browser = new Browser();
        String address = sentThere(browser);
        issuer.isFromNowOn(Mood.AWAY);

        browser.get("/sign-in/account")
                .then()
                .statusCode(502)
                .body(containsString("or sign in with your key"));
        comesBack(browser, address).then().statusCode(502);

        Browser.signedIn(ann.key()).get("/").then().statusCode(200);
    }

    @Test
    void stateThatIsNotOursIsRefused() {
        Browser browser = new Browser();
        String address = sentThere(browser);
        String code = issuer.signsIn(address, subject);

        for (String state : List.of("", "?state=", "?state=another")) {
            browser.get(
                            "/sign-in/account/callback"
                                    + state
                                    + (state.isEmpty() ? "?" : "&")
                                    + "code="
                                    + code)
                    .then()
                    .statusCode(403)
                    .body(containsString("This was not begun here"));
        }
    }

    @Test
    void whoIsTurnedAwayThereIsTold() {
        Browser browser = new Browser();
        String address = sentThere(browser);

        browser.get("/sign-in/account/callback?error=access_denied&state=" + state(address))
                .then()
                .statusCode(403)
                .body(containsString("You are not signed in"));
    }

    private static Response signsUp(Browser browser, String name) {
        return browser.send(
                "/sign-up/account",
                "/sign-up/account",
                Map.of("name", name, "email", name + "@example.org"));
    }

    private Response unlink(Browser browser) {
        return browser.send(
                "/account",
                "/account/unlink",
                Map.of("issuer", issuer.settings().issuer(), "subject", subject));
    }

    /** Where the browser is sent, with all that the protocol asks for. */
    private static String sentThere(Browser browser) {
        return asked(
                browser.get("/sign-in/account")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location"));
    }

    /** The same from a page, by whoever is signed in. */
    private static String sentToLink(Browser browser) {
        String page =
                browser.send("/account", "/sign-in/account", Map.of())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return asked(
                page.replaceAll("(?s).*<a class=\"button\" href=\"([^\"]+)\".*", "$1")
                        .replace("&amp;", "&"));
    }

    private static String asked(String address) {
        assertThat(address)
                .contains("response_type=code")
                .contains("code_challenge_method=S256")
                .contains(
                        "redirect_uri=https%3A%2F%2Fmarket.example%2Fsign-in%2Faccount%2Fcallback")
                .contains("nonce=");
        return address;
    }

    private Response comesBack(Browser browser, String address) {
        String code = issuer.signsIn(address, subject);
        return browser.get("/sign-in/account/callback?state=" + state(address) + "&code=" + code);
    }

    private static String state(String address) {
        var matcher = Pattern.compile("[?&]state=([^&]+)").matcher(address);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String name(Member member) {
        return guildhall.operators.find(member.caller().operator()).orElseThrow().name();
    }
}
