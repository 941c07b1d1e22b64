package io.guildhall.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.web.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountTest {

    @Inject InMemoryGuildhall guildhall;
    @Inject StubIssuer issuer;

    private final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void nextMinute() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        issuer.liesFromNowOn(false);
    }

    @Test
    void accountThatWasLinkedSignsIn() {
        Member ann = Members.operator(guildhall);
        Browser withKey = Browser.signedIn(ann.key());
        withKey.get("/account").then().statusCode(200).body(containsString("Link your account"));

        comesBack(withKey, sentThere(withKey))
                .then()
                .statusCode(303)
                .header("Location", "/?said=linked");
        withKey.get("/?said=linked").then().body(containsString("Your account is linked"));

        Browser anywhere = new Browser();
        anywhere.get("/sign-in")
                .then()
                .body(containsString("Sign in with the guild&#39;s account"));
        comesBack(anywhere, sentThere(anywhere)).then().statusCode(303).header("Location", "/");
        anywhere.get("/account").then().statusCode(200).body(containsString(name(ann)));
    }

    @Test
    void accountThatNobodyLinkedIsNobody() {
        Browser stranger = new Browser();

        comesBack(stranger, sentThere(stranger))
                .then()
                .statusCode(403)
                .body(containsString("belongs to no operator here yet"));

        stranger.get("/").then().statusCode(303);
    }

    @Test
    void accountOfAnotherIsNotTakenOver() {
        Browser ann = Browser.signedIn(Members.operator(guildhall).key());
        Browser bob = Browser.signedIn(Members.operator(guildhall).key());
        comesBack(ann, sentThere(ann)).then().statusCode(303);

        comesBack(bob, sentThere(bob))
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
        String address = sentThere(ann);
        String code = issuer.signsIn(address, subject);
        String back = "/sign-in/account/callback?state=" + state(address) + "&code=" + code;
        ann.get(back).then().statusCode(303);

        ann.get(back).then().statusCode(403);
    }

    @Test
    void tokenThatSomebodyElseSignedIsNotBelieved() {
        Browser ann = Browser.signedIn(Members.operator(guildhall).key());
        issuer.liesFromNowOn(true);

        comesBack(ann, sentThere(ann)).then().statusCode(502);

        issuer.liesFromNowOn(false);
        Browser stranger = new Browser();
        comesBack(stranger, sentThere(stranger)).then().statusCode(403);
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

    /** Where the browser is sent, with all that the protocol asks for. */
    private static String sentThere(Browser browser) {
        String address =
                browser.get("/sign-in/account").then().statusCode(303).extract().header("Location");
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
