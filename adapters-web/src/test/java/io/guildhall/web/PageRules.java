package io.guildhall.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What holds for whatever the console answers. */
public final class PageRules {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                    + " data:; connect-src 'self'; form-action 'self'; frame-ancestors"
                    + " 'none'; base-uri 'none'";

    private PageRules() {}

    /** A browser takes nothing from elsewhere in it, and the page asks for nothing else. */
    public static void assertAllowsNothingButOurOwn(String path, Response page) {
        assertThat(page.header("Content-Security-Policy")).as(path).isEqualTo(POLICY);
        assertThat(page.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).as(path).isEqualTo("no-store");
        assertThat(page.asString())
                .as(path)
                .doesNotContain("style=\"")
                .doesNotContain("<style")
                .doesNotContainPattern("<[^>]+ on[a-z]+=")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }
}
