package io.guildhall.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    void longTablesAreTables() {
        String rows = "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |\n".repeat(1_500);

        assertThat(html("|a|b|c|d|e|f|g|h|i|j|\n|-|-|-|-|-|-|-|-|-|-|\n" + rows))
                .contains("<table>", "<td>10</td>");
    }

    @ParameterizedTest
    @MethodSource
    void textsThatWouldBecomeVeryLongAreShownAsTheyWereTyped(String text) {
        assertThat(html(text)).hasSizeLessThan(2_000_000).contains("x");
    }

    static Stream<String> textsThatWouldBecomeVeryLongAreShownAsTheyWereTyped() {
        String widerThanAllowed = "a|".repeat(720) + "\n" + "-|".repeat(720) + "\n";
        String justAllowed = widerThanAllowed + "x\n".repeat(1_387) + "\n";
        return Stream.of(
                widerThanAllowed + "x\n".repeat(1_450),
                justAllowed.repeat(30),
                "> " + "a|".repeat(720) + "\n> " + "-|".repeat(720) + "\n" + "x\n".repeat(1_450),
                "[x]: https://example.org/" + "y".repeat(90_000) + "\n\n" + "[x]".repeat(30_000),
                "[x]: y '" + "z".repeat(90_000) + "'\n\n" + "[x]".repeat(30_000));
    }

    @Test
    void whatIsShownAsItWasTypedDoesNothingEither() {
        String references = "[x]".repeat(30_000);
        String text = "[x]: y '" + "z".repeat(90_000) + "'\n\n" + references + "<script>x</script>";

        assertThat(html(text))
                .startsWith("<pre><code>[x]: y ")
                .contains("[x][x]&lt;script&gt;x&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @MethodSource
    void textsOfFullLengthAreDrawnAtOnce(String repeated) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> html("a" + repeated.repeat(200_000 / repeated.length())));
    }

    static Stream<String> textsOfFullLengthAreDrawnAtOnce() {
        return Stream.of(
                "[",
                "![",
                "[a](",
                "[a](<b",
                "[a][",
                "*a ",
                "a**b",
                "*a_ ",
                "`a``b",
                "> ",
                "- ",
                "-\n*\n",
                "<!--",
                "<?",
                "<![CDATA[",
                "<!A ",
                "&amp",
                "\\",
                "a|\n",
                "a\n",
                "[a]: x\n");
    }

    @Test
    void whatIsNestedVeryDeeplyIsDrawn() {
        assertThat(html(">".repeat(100_000) + "x")).contains("x");
        assertThat(html("*".repeat(50_000) + "x" + "*".repeat(50_000))).contains("x");
        assertThat(html("![".repeat(30_000) + "x" + "](y)".repeat(30_000))).contains("![");
        assertThat(html("[".repeat(50_000) + "x" + "]".repeat(50_000))).contains("x");
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
