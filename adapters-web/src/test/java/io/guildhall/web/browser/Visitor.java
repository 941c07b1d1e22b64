package io.guildhall.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser, who also notes whatever should not be. */
final class Visitor implements AutoCloseable {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    /** The rules with these tags that look at colours. */
    private static final List<String> RULES_OF_COLOURS =
            List.of("color-contrast", "link-in-text-block");

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> oddities = new ArrayList<>();

    Visitor(Browser browser, String base, boolean scripts) {
        this.base = base;
        this.context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1280, 900)
                                .setLocale("en-GB")
                                .setTimezoneId("UTC")
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(60_000);
        this.page = context.newPage();
        page.onDialog(dialog -> {
            oddities.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> oddities.add("error: " + error));
        page.onConsoleMessage(message -> {
            // A page that refuses a form answers with a status that the console notes.
            if (message.type().equals("error")
                    && !message.text().contains("the server responded with a status of 4")) {
                oddities.add("console: " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                oddities.add("request elsewhere: " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(base + path);
        return this;
    }

    Visitor signIn(String key) {
        open("/sign-in");
        page.getByLabel("Operator key").fill(key);
        page.locator("main").getByRole(AriaRole.BUTTON, button("Sign in")).click();
        page.waitForURL(base + "/");
        return this;
    }

    Visitor fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    Visitor press(String name) {
        page.locator("main").getByRole(AriaRole.BUTTON, button(name)).first().click();
        return this;
    }

    Visitor follow(String name) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        return this;
    }

    Visitor unfold(String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
        return this;
    }

    Visitor sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    String path() {
        return page.url().substring(base.length());
    }

    /** Nothing was run, asked for, or complained of that is not ours. */
    void sawNothingOdd() {
        assertThat(oddities).isEmpty();
    }

    List<String> oddities() {
        return oddities;
    }

    /** As a machine can judge it: nothing on the page keeps anybody out. */
    void findsItAccessible() {
        nothingIsSeriousTo(new AxeBuilder(page).withTags(TAGS));
    }

    /** Of a page that was found accessible in other colours, and is the same but for those. */
    void findsItsColoursAccessible() {
        nothingIsSeriousTo(new AxeBuilder(page).withRules(RULES_OF_COLOURS));
    }

    private void nothingIsSeriousTo(AxeBuilder axe) {
        // The other mode opens a page to put the frames of one together, and our pages have none.
        List<Rule> serious =
                axe.setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule ->
                                "serious".equals(rule.getImpact())
                                        || "critical".equals(rule.getImpact()))
                        .toList();
        assertThat(serious)
                .as(path())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
