package io.guildhall.web;

import io.restassured.RestAssured;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes from page to page as a browser without scripts does: with its cookies and with forms. */
public final class Browser {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"form_token\" value=\"([0-9a-f]+)\"");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    private final CookieFilter cookies = new CookieFilter();

    public static Browser signedIn(String key) {
        Browser browser = new Browser();
        browser.send("/sign-in", "/sign-in", Map.of("key", key)).then().statusCode(303);
        return browser;
    }

    public Response get(String path) {
        return request().get(path);
    }

    /** Opens a page and sends a form as it is drawn there. */
    public Response send(String page, String action, Map<String, ?> fields) {
        String drawn = get(page).asString();
        return post(action, token(drawn), once(drawn), fields);
    }

    public Response post(String action, String token, String once, Map<String, ?> fields) {
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("form_token", token)
                .formParam("once", once)
                .formParams(fields)
                .post(action);
    }

    /** Sends a form as a page has drawn it, with whatever was changed in it since. */
    public Response send(String action, Map<String, List<String>> drawn) {
        RequestSpecification request =
                request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        drawn.forEach(request::formParam);
        return request.post(action);
    }

    public static String token(String page) {
        return first(TOKEN, page);
    }

    public static String once(String page) {
        return first(ONCE, page);
    }

    public RequestSpecification request() {
        return RestAssured.given().redirects().follow(false).filter(cookies);
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + page);
        }
        return matcher.group(1);
    }
}
