package io.guildhall.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.Mandates;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.web.Browser;
import io.guildhall.web.InMemoryWiring;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdminPagesTest {

    @Inject InMemoryGuildhall guildhall;

    private Browser admin;

    @BeforeEach
    void anAdminIsSignedIn() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        admin = Browser.signedIn(InMemoryWiring.ADMIN_KEY);
    }

    @Test
    void ledgerIsCountedAgain() {
        admin.get("/admin")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("The ledger, counted again"),
                                containsString("Balances"),
                                containsString("No bounty is frozen")));
    }

    @Test
    void rolesAreGranted() {
        Member member = Members.operator(guildhall);
        var operator = member.caller().operator();
        String id = OpenBountyIds.OPERATOR.on(operator.value());

        admin.send(
                        "/admin",
                        "/admin/roles",
                        Map.of("operator", id, "arbiter", "yes", "reason", "She rules well"))
                .then()
                .statusCode(303);

        assertThat(guildhall.operators.find(operator).orElseThrow().roles())
                .containsExactly(Role.ARBITER);
        AuditEntry entry = newestEntry();
        assertThat(entry.act()).isEqualTo(AdminAct.GRANT_ROLES);
        assertThat(entry.reason()).isEqualTo("She rules well");
        assertThat(entry.requestId()).isNotEmpty();
    }

    @Test
    void nothingIsDoneWithoutAReason() {
        Member member = Members.operator(guildhall);
        String id = OpenBountyIds.OPERATOR.on(member.caller().operator().value());
        List<AuditEntry> before = newestEntries();

        admin.send("/admin", "/admin/roles", Map.of("operator", id, "arbiter", "yes"))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#f-reason\""));
        admin.send("/admin", "/admin/clock", Map.of("by", "hour", "reason", " "))
                .then()
                .statusCode(422);
        admin.send("/admin", "/admin/reconcile", Map.of()).then().statusCode(422);

        assertThat(newestEntries()).isEqualTo(before);
    }

    @Test
    void operatorThatIsNoneIsTold() {
        admin.send("/admin", "/admin/roles", Map.of("operator", "ann", "reason", "Why not"))
                .then()
                .statusCode(422)
                .body(allOf(containsString("must be an id"), containsString("value=\"ann\"")));
    }

    @Test
    void clockIsMovedOnceHoweverOftenItIsSent() {
        String drawn = admin.get("/admin").asString();
        var before = guildhall.clockOffset.read();

        for (int click = 0; click < 2; click++) {
            admin.post(
                            "/admin/clock",
                            Browser.token(drawn),
                            Browser.once(drawn),
                            Map.of("by", "hour", "reason", "To see it expire"))
                    .then()
                    .statusCode(303);
        }

        assertThat(guildhall.clockOffset.read()).isEqualTo(before.plusHours(1));
        admin.get("/admin").then().body(containsString("ahead of the world"));
    }

    @Test
    void booksOfAllRailsAreCompared() {
        admin.send("/admin", "/admin/reconcile", Map.of("reason", "The month is over"))
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("ledger: they agree"),
                                containsString("chain: they agree"),
                                containsString("stripe: they agree")));
        assertThat(newestEntry().act()).isEqualTo(AdminAct.RECONCILE);
    }

    @Test
    void suspendedOperatorIsNobodyHere() {
        Member member = Members.operator(guildhall);
        Browser browser = Browser.signedIn(member.key());
        browser.get("/money").then().statusCode(200);

        guildhall.useCases.admin.suspendParty.handle(
                new SuspendParty.Command(
                        Mandates.of(Members.admin(guildhall)),
                        Suspension.of(member.caller().operator())));

        browser.get("/money").then().statusCode(303);
        browser.send("/sign-in", "/sign-in", Map.of("key", member.key()))
                .then()
                .statusCode(422)
                .body(containsString("is suspended since"));
    }

    @Test
    void othersAreTurnedAway() {
        Browser other = Browser.signedIn(Members.operator(guildhall).key());

        other.get("/money").then().body(not(containsString("href=\"/admin\"")));
        other.get("/admin").then().statusCode(403);
        for (String path : new String[] {"clock", "roles", "reconcile", "unfreeze"}) {
            other.send("/money", "/admin/" + path, Map.of()).then().statusCode(403);
        }
        new Browser().get("/admin").then().statusCode(303);
    }

    private AuditEntry newestEntry() {
        return newestEntries().getFirst();
    }

    private List<AuditEntry> newestEntries() {
        return guildhall.auditLog.search(AuditFilter.ALL, PageRequest.first(1)).items();
    }
}
