package io.guildhall.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.access.Door;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimits;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.session.SignIn;
import io.guildhall.web.Browser;
import io.guildhall.web.visit.Budget;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {

    @Inject InMemoryGuildhall guildhall;
    @Inject RateLimits limits;
    @Inject RateLimiter limiter;

    @BeforeEach
    void nextMinute() {
        guildhall.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void strangerIsSentToSignInAndBack() {
        Browser browser = new Browser();
        Member ann = Members.operator(guildhall);

        browser.get("/mine?status=open")
                .then()
                .statusCode(303)
                .header("Location", "/sign-in?next=%2Fmine%3Fstatus%3Dopen");

        browser.send(
                        "/sign-in?next=%2Fmine%3Fstatus%3Dopen",
                        "/sign-in", Map.of("key", ann.key(), "next", "/mine?status=open"))
                .then()
                .statusCode(303)
                .header("Location", "/mine?status=open");
        browser.get("/mine").then().statusCode(200).body(containsString("My bounties"));
    }

    @Test
    void nobodyIsSentToAnotherHost() {
        for (String next :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "x"}) {
            new Browser()
                    .send(
                            "/sign-in",
                            "/sign-in",
                            Map.of("key", Members.operator(guildhall).key(), "next", next))
                    .then()
                    .statusCode(303)
                    .header("Location", "/");
        }
    }

    @Test
    void wrongKeyIsToldAndNotShownAgain() {
        new Browser()
                .send("/sign-in", "/sign-in", Map.of("key", "obk_live_nonsense"))
                .then()
                .statusCode(422)
                .body(containsString("This key is not valid"))
                .body(not(containsString("obk_live_nonsense")));
    }

    @Test
    void agentsKeyIsTurnedAway() {
        new Browser()
                .send("/sign-in", "/sign-in", Map.of("key", Members.agent(guildhall).key()))
                .then()
                .statusCode(422)
                .body(containsString("Sign in with the key of its operator"));
    }

    @Test
    void cookieIsForThisHostAndForNoScript() {
        Member ann = Members.operator(guildhall);

        String cookie =
                new Browser()
                                .send("/sign-in", "/sign-in", Map.of("key", ann.key()))
                                .headers()
                                .getValues("Set-Cookie")
                                .stream()
                                .filter(set -> set.startsWith("guildhall-session="))
                                .findFirst()
                                .orElseThrow();

        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        assertThat(cookie).doesNotContain(ann.key()).doesNotContain("Domain");
    }

    @Test
    void sessionEndsBySigningOut() {
        Member ann = Members.operator(guildhall);
        Browser browser = Browser.signedIn(ann.key());

        browser.send("/", "/sign-out", Map.of()).then().statusCode(303);

        browser.get("/").then().statusCode(303).header("Location", "/sign-in");
    }

    @Test
    void sessionEndsWithItsKey() {
        Member ann = Members.operator(guildhall);
        Browser browser = Browser.signedIn(ann.key());

        guildhall.useCases.rotateKey.handle(
                new RotateKey.Command(ann.caller(), null, Door.OPENBOUNTY, true));

        browser.get("/").then().statusCode(303);
    }

    @Test
    void sessionThatIsNewHereIsNotLookedForWhereTooManyWereNobodys() {
        Browser known = Browser.signedIn(Members.operator(guildhall).key());
        known.get("/").then().statusCode(200);
        String newcomer = sessionOfAnotherReplica();
        guessTooOften();

        board(newcomer).statusCode(429).body(containsString("A moment, please"));
        known.get("/").then().statusCode(200);
        guildhall.clock.advance(Duration.ofMinutes(1));
        board(newcomer).statusCode(200);
    }

    @Test
    void whoSignsInWhereTooManyWereNobodysIsKnownAtOnce() {
        guessTooOften();

        Browser newcomer = Browser.signedIn(Members.operator(guildhall).key());

        newcomer.get("/").then().statusCode(200);
    }

    private String sessionOfAnotherReplica() {
        return new UseCases(guildhall.ports())
                .signIn.handle(new SignIn.Command(Members.operator(guildhall).key()));
    }

    private void guessTooOften() {
        var guesses = limits.ofUnknown("127.0.0.1");
        for (long guess = 1; guess < guesses.limit(); guess++) {
            limiter.draw(List.of(guesses));
        }
        board("guessed").statusCode(303);
    }

    private static ValidatableResponse board(String session) {
        return new Browser().request().cookie("guildhall-session", session).get("/").then();
    }

    @Test
    void signInsAreCountedByAddress() {
        Browser browser = new Browser();
        for (int attempt = 0; attempt < Budget.SIGN_INS; attempt++) {
            browser.send("/sign-in", "/sign-in", Map.of("key", "x")).then().statusCode(422);
        }

        browser.send("/sign-in", "/sign-in", Map.of("key", Members.operator(guildhall).key()))
                .then()
                .statusCode(429)
                .header("Retry-After", not(equalTo("")))
                .body(containsString("Try again in"));
    }

    @Test
    void newOperatorSeesItsKeyOnceAndIsSignedIn() {
        Browser browser = new Browser();
        String drawn = browser.get("/sign-up").asString();
        Map<String, String> form = Map.of("name", "Ann", "email", "ann@example.org");

        String page =
                browser.post("/sign-up", Browser.token(drawn), Browser.once(drawn), form)
                        .then()
                        .statusCode(200)
                        .body(containsString("This is your key"))
                        .extract()
                        .asString();

        assertThat(page).contains("obk_live_");
        browser.get("/").then().statusCode(200).body(containsString("Ann"));
    }

    @Test
    void doubleClickMakesOneOperator() {
        Browser browser = new Browser();
        String drawn = browser.get("/sign-up").asString();
        String seed = browser.get("/sign-up").asString();
        Map<String, String> form = Map.of("name", "Bob", "email", "bob@example.org");
        // The second click is sent with the cookies of the first page.
        String visitor = RestAssured.given().get("/sign-up").getCookie("guildhall-visitor");
        String own =
                RestAssured.given().cookie("guildhall-visitor", visitor).get("/sign-up").asString();
        assertThat(Browser.token(drawn)).isEqualTo(Browser.token(seed));

        for (String expected : new String[] {"This is your key", "Your key was shown already"}) {
            RestAssured.given()
                    .cookie("guildhall-visitor", visitor)
                    .formParam("form_token", Browser.token(own))
                    .formParam("once", Browser.once(own))
                    .formParams(form)
                    .post("/sign-up")
                    .then()
                    .statusCode(200)
                    .body(containsString(expected));
        }
    }

    @Test
    void whatWasTypedIsNotLost() {
        new Browser()
                .send("/sign-up", "/sign-up", Map.of("name", "Ann \"A\" <b>", "email", "nobody"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("value=\"Ann &quot;A&quot; &lt;b&gt;\""),
                                containsString("must be an address such as")));
    }

    @Test
    void themeIsKeptByTheBrowser() {
        Browser browser = new Browser();

        browser.send("/sign-in", "/theme", Map.of("theme", "dark", "next", "/sign-in"))
                .then()
                .statusCode(303)
                .header("Location", "/sign-in");

        browser.get("/sign-in").then().body(containsString("data-theme=\"dark\""));
    }
}
