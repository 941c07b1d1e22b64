package io.guildhall.web.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.web.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind a proxy that speaks https with browsers, and is trusted to say so. */
@QuarkusTest
@TestProfile(SecureCookiesTest.BehindProxy.class)
class SecureCookiesTest {

    @Inject InMemoryGuildhall guildhall;

    private String key;

    /** As the operator's guide sets it. */
    public static final class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1,localhost");
        }
    }

    @BeforeEach
    void anOperator() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        key = Members.operator(guildhall).key();
    }

    @Test
    void cookiesAreOurHostsAloneAndNeverPlain() {
        Response drawn = throughProxy().get("/sign-in");
        List<String> stranger = drawn.headers().getValues("Set-Cookie");
        assertThat(stranger).hasSize(1);
        assertIsOurHostsAlone(stranger.getFirst(), "__Host-guildhall-visitor=");

        Response signedIn =
                throughProxy()
                        .cookies(drawn.cookies())
                        .header("Origin", "https://market.example")
                        .formParam("form_token", Browser.token(drawn.asString()))
                        .formParam("once", Browser.once(drawn.asString()))
                        .formParam("key", key)
                        .post("/sign-in");

        assertThat(signedIn.statusCode()).isEqualTo(303);
        String session =
                signedIn.headers().getValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.contains("session"))
                        .findFirst()
                        .orElseThrow();
        assertIsOurHostsAlone(session, "__Host-guildhall-session=");
        throughProxy().cookies(signedIn.cookies()).get("/").then().statusCode(200);
    }

    @Test
    void cookieOfAPlainConnectionOpensNothingBehindHttps() {
        String drawn = throughProxy().cookie("guildhall-session", "planted").get("/").asString();

        assertThat(drawn).doesNotContain("Sign out");
        String plain = RestAssured.given().get("/sign-in").headers().getValue("Set-Cookie");
        assertThat(plain).startsWith("guildhall-visitor=").doesNotContain("Secure");
    }

    private static io.restassured.specification.RequestSpecification throughProxy() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "market.example");
    }

    private static void assertIsOurHostsAlone(String cookie, String start) {
        assertThat(cookie)
                .startsWith(start)
                .contains("Path=/")
                .contains("Secure")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Domain");
    }
}
