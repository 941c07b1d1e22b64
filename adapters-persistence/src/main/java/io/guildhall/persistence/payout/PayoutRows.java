package io.guildhall.persistence.payout;

import io.guildhall.domain.payout.Payout;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The table of payouts. */
@Singleton
class PayoutRows implements PanacheRepositoryBase<PayoutRow, UUID> {

    /** Writes the next version, unless this one has been overtaken. */
    boolean overwrite(Payout payout) {
        PayoutRow row = PayoutRow.of(payout);
        int changed =
                update(
                        """
                        stage = ?1, stageAt = ?2, dueAt = ?3,
                        reason = ?4, nextAction = ?5, attempts = ?6,
                        unansweredSince = ?7, delayTold = ?8, updatedAt = ?9,
                        version = version + 1 where id = ?10 and version = ?11
                        """,
                        row.stage,
                        row.stageAt,
                        row.dueAt,
                        row.reason,
                        row.nextAction,
                        row.attempts,
                        row.unansweredSince,
                        row.delayTold,
                        row.updatedAt,
                        row.id,
                        row.version);
        return changed == 1;
    }
}
