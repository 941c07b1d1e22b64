package io.guildhall.persistence.audit;

import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditEntryId;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.audit.AuditLog;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log in PostgreSQL, which itself sees to it that nothing of it is ever changed. */
@Singleton
public final class PostgresAuditLog implements AuditLog {

    private static final String ADD =
            "INSERT INTO audit_entry (id, made_at, admin_id, act, subject_kind, subject_id, reason,"
                    + " before, after, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Sql sql;

    PostgresAuditLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(AuditEntry entry) {
        sql.change(
                ADD,
                entry.id().value(),
                entry.at(),
                entry.admin().value(),
                entry.act().word(),
                entry.subject().kind().word(),
                entry.subject().id(),
                entry.reason(),
                new Json(WordsJson.write(entry.before())),
                new Json(WordsJson.write(entry.after())),
                entry.requestId());
    }

    @Override
    public Page<AuditEntry> search(AuditFilter filter, PageRequest page) {
        StringBuilder query = new StringBuilder("SELECT * FROM audit_entry WHERE id < ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        UUID after = page.after();
        parameters.add(after == null ? BEHIND_ALL : after);
        OperatorId admin = filter.admin();
        if (admin != null) {
            query.append(" AND admin_id = ?");
            parameters.add(admin.value());
        }
        AdminAct act = filter.act();
        if (act != null) {
            query.append(" AND act = ?");
            parameters.add(act.word());
        }
        AuditSubject subject = filter.subject();
        if (subject != null) {
            query.append(" AND subject_kind = ? AND subject_id = ?");
            parameters.add(subject.kind().word());
            parameters.add(subject.id());
        }
        if (filter.since() != null) {
            query.append(" AND made_at >= ?");
            parameters.add(filter.since());
        }
        if (filter.until() != null) {
            query.append(" AND made_at < ?");
            parameters.add(filter.until());
        }
        query.append(" ORDER BY id DESC LIMIT ?");
        parameters.add(page.limit() + 1);
        return Page.of(
                sql.list(query.toString(), PostgresAuditLog::read, parameters.toArray()),
                page.limit());
    }

    private static AuditEntry read(Row row) throws SQLException {
        return new AuditEntry(
                new AuditEntryId(row.uuid("id")),
                row.instant("made_at"),
                new OperatorId(row.uuid("admin_id")),
                Words.parse(AdminAct.class, row.text("act")),
                new AuditSubject(
                        Words.parse(AuditSubject.Kind.class, row.text("subject_kind")),
                        row.text("subject_id")),
                row.text("reason"),
                WordsJson.read(row.text("before")),
                WordsJson.read(row.text("after")),
                row.text("request_id"));
    }
}
