package io.guildhall.web.browser;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests in a real browser have in common: the browser, and people in front of it. */
abstract class BrowserTest {

    @Inject InMemoryGuildhall guildhall;
    @Inject Chromium chromium;

    private final List<Visitor> visitors = new ArrayList<>();

    /** Rate limits go by the clock, which stands still unless somebody moves it. */
    @BeforeEach
    void letTimePass() {
        guildhall.clock.advance(Duration.ofMinutes(1));
    }

    /** Whoever came has seen nothing that should not be, whatever the test was about. */
    @AfterEach
    void visitorsLeave() {
        try {
            visitors.forEach(Visitor::sawNothingOdd);
        } finally {
            visitors.forEach(Visitor::close);
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
        Visitor visitor = new Visitor(chromium.browser(), base(), scripts);
        visitors.add(visitor);
        return visitor;
    }
}
