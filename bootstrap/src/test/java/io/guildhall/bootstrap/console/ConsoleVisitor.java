package io.guildhall.bootstrap.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: it keeps its cookies, and sends the forms that it was shown. */
public final class ConsoleVisitor {

    private final CookieFilter cookies = new CookieFilter();

    public static ConsoleVisitor signedIn(String key) {
        var visitor = new ConsoleVisitor();
        visitor.send("/sign-in", "/sign-in", Map.of("key", key)).then().statusCode(303);
        return visitor;
    }

    public Response get(String page) {
        return browser().get(page);
    }

    /** Opens a page and sends one of its forms. */
    public Response send(String page, String action, Map<String, String> fields) {
        return post(get(page).asString(), action, fields);
    }

    /**
     * @return where it leads
     */
    public String done(String drawn, String action, Map<String, String> fields) {
        return post(drawn, action, fields).then().statusCode(303).extract().header("Location");
    }

    private Response post(String drawn, String action, Map<String, String> fields) {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("form_token", hidden("form_token", drawn))
                .formParam("once", hidden("once", drawn))
                .formParams(fields)
                .post(action);
    }

    RequestSpecification browser() {
        return given().redirects().follow(false).filter(cookies);
    }

    private static String hidden(String name, String page) {
        Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
