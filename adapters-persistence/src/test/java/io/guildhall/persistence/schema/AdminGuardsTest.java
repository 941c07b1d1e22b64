package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditEntryId;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class AdminGuardsTest extends SchemaTest {

    private Operator admin;
    private AuditEntry entry;

    @BeforeEach
    void anAct() {
        admin = operator();
        entry =
                new AuditEntry(
                        new AuditEntryId(ids.next()),
                        clock.instant(),
                        admin.id(),
                        AdminAct.SUSPEND_PARTY,
                        AuditSubject.of(admin.id()),
                        "Spam",
                        Map.of("suspended", "no"),
                        Map.of("suspended", "yes"),
                        "req_1");
        unit(() -> ports.admin().auditLog().add(entry));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reason = 'Nothing happened'",
                "reason = reason",
                "admin_id = admin_id",
                "made_at = now()",
                "after = '{}'"
            })
    void entryIsNeverChanged(String change) {
        assertRefused(
                "only added to",
                "UPDATE audit_entry SET " + change + " WHERE id = ?",
                entry.id().value());
        mustBeAsItWas();
    }

    @Test
    void entryIsNeverRemoved() {
        assertRefused("only added to", "DELETE FROM audit_entry WHERE id = ?", entry.id().value());
        assertRefused("only added to", "TRUNCATE audit_entry");
        assertRefused("only added to", "TRUNCATE audit_entry CASCADE");
        mustBeAsItWas();
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'   '", "repeat('x', 1001)"})
    void entryHasAReason(String reason) {
        assertRefused(
                "audit_entry_reason_check",
                "INSERT INTO audit_entry SELECT gen_random_uuid(), made_at, admin_id, act,"
                        + " subject_kind, subject_id, "
                        + reason
                        + ", before, after, request_id FROM audit_entry WHERE id = ?",
                entry.id().value());
    }

    @Test
    void entryIsOfAnOperatorThatIsThere() {
        assertRefused(
                "audit_entry_admin_id_fkey",
                "INSERT INTO audit_entry SELECT gen_random_uuid(), made_at, gen_random_uuid(), act,"
                        + " subject_kind, subject_id, reason, before, after, request_id"
                        + " FROM audit_entry WHERE id = ?",
                entry.id().value());
    }

    @ParameterizedTest
    @CsvSource({
        "bounty, suspension",
        "agent, suspension",
    })
    void suspensionIsOfAParty(String kind, String guard) {
        assertRefused(
                guard,
                "INSERT INTO suspension (party_kind, party_id, operator_id, reason, since,"
                        + " admin_id) VALUES (?, ?, ?, 'Spam', now(), ?)",
                kind,
                admin.id().value(),
                admin.id().value(),
                admin.id().value());
    }

    @Test
    void suspensionNamesTheOneItIsAbout() {
        assertRefused(
                "suspension_names_its_party",
                "INSERT INTO suspension (party_kind, party_id, operator_id, reason, since,"
                        + " admin_id) VALUES ('operator', gen_random_uuid(), ?, 'Spam', now(), ?)",
                admin.id().value(),
                admin.id().value());
    }

    @Test
    void freezeEndsAfterItBegins() {
        assertRefused(
                "funding_freeze",
                "INSERT INTO funding_freeze VALUES ('', '', 'Audit', now(), now(), ?)",
                admin.id().value());
    }

    private void mustBeAsItWas() {
        assertThat(
                        unit(() ->
                                ports.admin()
                                        .auditLog()
                                        .search(
                                                new AuditFilter(admin.id(), null, null, null, null),
                                                PageRequest.first(2))))
                .extracting(page -> page.items().getFirst())
                .isEqualTo(entry);
    }
}
