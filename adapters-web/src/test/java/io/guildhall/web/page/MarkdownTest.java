package io.guildhall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void marksBecomeElements() {
        assertThat(html("Some *words*, `code`\n\n1. one\n2. two"))
                .contains("<em>words</em>", "<code>code</code>", "<ol>", "<li>one</li>");
    }

    @Test
    void headingsLieBelowThoseOfThePage() {
        assertThat(html("# One\n\n## Two\n\n##### Five"))
                .contains("<h3>One</h3>", "<h4>Two</h4>", "<h6>Five</h6>");
    }

    @Test
    void tablesAreTables() {
        assertThat(html("| a | b |\n| --- | --- |\n| 1 | 2 |")).contains("<table>", "<td>1</td>");
    }

    @Test
    void linksLeadAwayWithoutOurWord() {
        assertThat(html("[there](https://example.org/a?b=c)"))
                .contains("href=\"https://example.org/a?b&#61;c\"")
                .contains("nofollow", "noopener");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![x](https://tracker.example/x.png)",
                "[x](javascript:alert(1))",
                "[x](JAVASCRIPT:alert(1))",
                "[x](  javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "<a href='javascript:alert(1)'>x</a>",
                "<iframe src=https://example.org></iframe>",
                "<style>*{}</style>",
                "<svg onload=alert(1)>",
                "[x](https://example.org \"a' onmouseover='alert(1)\")",
                "```<script>\nalert(1)\n```",
                "<https://example.org/\"onclick=alert(1)>"
            })
    void nothingThatActsIsLeft(String hostile) {
        assertThat(html(hostile))
                .doesNotContainIgnoringCase("<script", "<img", "<iframe", "<style", "<svg")
                .doesNotContainPattern("(?i)href=\"\\s*(javascript|data|vbscript)")
                .doesNotContainPattern("(?i)<[^>]*\\son[a-z]+=");
    }

    private static String html(String markdown) {
        return Markdown.html(markdown).getValue();
    }
}
