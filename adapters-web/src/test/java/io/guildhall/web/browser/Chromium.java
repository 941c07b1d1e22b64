package io.guildhall.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of the machine, driven by Playwright: one for all tests of an application, with
 * which it ends, since it takes longer to start than many of them. Where there is none the tests
 * that want it are skipped, but in CI nothing is skipped.
 */
@Singleton
final class Chromium {

    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"));

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** The one that runs; another one when a test broke it. */
    Browser browser() {
        Browser running = browser;
        if (running != null && running.isConnected()) {
            return running;
        }
        close();
        Path program = program();
        Playwright driver =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = driver;
        Browser started =
                driver.chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setHeadless(true)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--font-render-hinting=none",
                                                        "--disable-gpu")));
        browser = started;
        return started;
    }

    /** Ends the browser with its driver. */
    @PreDestroy
    void close() {
        Playwright driver = playwright;
        playwright = null;
        browser = null;
        if (driver != null) {
            driver.close();
        }
    }

    private static Path program() {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("CI needs Chromium: apt-get install chromium");
            }
            Assumptions.abort(
                    "Skipped for want of Chromium: apt-get install chromium, and run it again");
        }
        return program.orElseThrow();
    }
}
