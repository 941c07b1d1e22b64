package io.guildhall.web.visit;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.web.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What browsers are told where no page was reached. */
@QuarkusTest
class ErrorPagesTest {

    private static final String AS_A_BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Inject InMemoryGuildhall guildhall;

    private Member ann;

    @BeforeEach
    void nextMinute() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        ann = Members.operator(guildhall);
    }

    @Test
    void unknownPathIsAPageWithTheFrameOfWhoeverComes() {
        for (String path : List.of("/nothing", "/money/nothing", "/a/b/c")) {
            get(new Browser(), path, AS_A_BROWSER)
                    .then()
                    .statusCode(404)
                    .contentType(containsString("text/html"))
                    .header("Content-Security-Policy", notNullValue())
                    .header("Cache-Control", equalTo("no-store"))
                    .body(
                            allOf(
                                    containsString("There is nothing here"),
                                    containsString("To the start"),
                                    not(containsString("Sign out"))));
        }
        get(Browser.signedIn(ann.key()), "/nothing", AS_A_BROWSER)
                .then()
                .statusCode(404)
                .body(
                        allOf(
                                containsString("To the board"),
                                containsString("Sign out"),
                                containsString("href=\"/money\"")));
    }

    @Test
    void otherMethodIsAPage() {
        Browser browser = Browser.signedIn(ann.key());

        browser.request()
                .header("Accept", AS_A_BROWSER)
                .delete("/money")
                .then()
                .statusCode(405)
                .body(containsString("Not in this way"));
        get(browser, "/sign-out", AS_A_BROWSER)
                .then()
                .statusCode(405)
                .body(containsString("Not in this way"));
    }

    @Test
    void tooMuchAtOnceIsAPage() {
        Browser browser = new Browser();
        Response answer = get(browser, "/nothing", AS_A_BROWSER);
        for (int call = 0; call < 1_000 && answer.statusCode() != 429; call++) {
            answer = get(browser, "/nothing", AS_A_BROWSER);
        }

        answer.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body(containsString("A moment, please"));
    }

    @Test
    void programsAndDoorsKeepTheirOwnWords() {
        for (String accepted : List.of("application/json", "*/*")) {
            get(new Browser(), "/nothing", accepted)
                    .then()
                    .statusCode(404)
                    .body(not(containsString("<!DOCTYPE html>")));
        }
        get(new Browser(), "/api/nothing", AS_A_BROWSER)
                .then()
                .statusCode(404)
                .body(not(containsString("<!DOCTYPE html>")));
    }

    private static Response get(Browser browser, String path, String accepted) {
        return browser.request().header("Accept", accepted).get(path);
    }
}
