package io.guildhall.application.payment;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.util.Map;

/** An admin lets something be heard once more that the rail has told. */
public final class ReplayRailNotice {

    private final Transactions transactions;
    private final RailNotices notices;
    private final Audit audit;

    public ReplayRailNotice(Transactions transactions, RailNotices notices, Audit audit) {
        this.transactions = transactions;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * @param notice the rail's own id of it
     */
    public record Command(Mandate mandate, String notice) {}

    public void handle(Command command) {
        command.mandate().require();
        transactions.run(() -> {
            if (!notices.replay(command.notice())) {
                throw new RefusedException(new NotFound("notice"));
            }
            audit.record(
                    command.mandate(),
                    AdminAct.REPLAY_RAIL_NOTICE,
                    new AuditSubject(AuditSubject.Kind.RAIL_NOTICE, command.notice()),
                    Map.of(),
                    Map.of("notice", "to be heard"));
        });
    }
}
