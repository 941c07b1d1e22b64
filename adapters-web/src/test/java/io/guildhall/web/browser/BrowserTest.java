package io.guildhall.web.browser;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests in a real browser have in common: the browser, and people in front of it. */
abstract class BrowserTest {

    @Inject InMemoryGuildhall guildhall;

    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable Chromium chromium;

    /** Rate limits go by the clock, which stands still unless somebody moves it. */
    @BeforeEach
    void openBrowser() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        chromium = Chromium.start();
    }

    /** Whoever came has seen nothing that should not be, whatever the test was about. */
    @AfterEach
    void closeBrowser() {
        try {
            visitors.forEach(Visitor::sawNothingOdd);
        } finally {
            if (chromium != null) {
                chromium.close();
            }
        }
    }

    Visitor visitor() {
        return came(true);
    }

    Visitor visitorWithoutScripts() {
        return came(false);
    }

    /** Signed in. */
    Visitor visitor(String key) {
        return visitor().signIn(key);
    }

    static String base() {
        return "http://localhost:" + RestAssured.port;
    }

    private Visitor came(boolean scripts) {
        Visitor visitor = new Visitor(Objects.requireNonNull(chromium), base(), scripts);
        visitors.add(visitor);
        return visitor;
    }
}
