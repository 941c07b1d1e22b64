package io.guildhall.persistence.payout;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Pages;
import io.guildhall.persistence.shared.Rows;
import io.guildhall.persistence.shared.Words;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The payouts in PostgreSQL. */
@Singleton
public final class PostgresPayouts implements Payouts {

    private static final String DUE =
            """
            SELECT * FROM payout WHERE due_at <= ?1 AND rail = ?2
            ORDER BY due_at, id LIMIT ?3 FOR UPDATE SKIP LOCKED
            """;

    private final Rows rows;
    private final PayoutRows payouts;

    PostgresPayouts(Rows rows, PayoutRows payouts) {
        this.rows = rows;
        this.payouts = payouts;
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return rows.read(() -> payouts.findByIdOptional(id.value()).map(PayoutRow::payout));
    }

    @Override
    public List<Payout> takeDue(Rail rail, Instant now, int limit) {
        return rows.read(() ->
                payouts
                        .getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(DUE, PayoutRow.class)
                        .setParameter(1, now)
                        .setParameter(2, Words.of(rail))
                        .setParameter(3, limit)
                        .getResultList()
                        .stream()
                        .map(PayoutRow::payout)
                        .toList());
    }

    @Override
    public Page<Payout> of(Caller viewer, PageRequest page) {
        AgentId agent = viewer.agent();
        if (viewer.actsForOperator() || agent == null) {
            return page("payeeId = ?1", viewer.operator().value(), page);
        }
        return page("agentId = ?1", agent.value(), page);
    }

    @Override
    public Page<Payout> inStage(String stage, PageRequest page) {
        return page("stage = ?1", stage, page);
    }

    @Override
    public List<Payout> ofBounty(BountyId bounty) {
        return rows.read(() ->
                payouts.list("bountyId = ?1 order by id", bounty.value()).stream()
                        .map(PayoutRow::payout)
                        .toList());
    }

    @Override
    public List<Payout> blockedOf(OperatorId payee, int limit) {
        return rows.read(() ->
                payouts
                        .find("payeeId = ?1 and stage = 'blocked'", Sort.by("id"), payee.value())
                        .page(0, limit)
                        .list()
                        .stream()
                        .map(PayoutRow::payout)
                        .toList());
    }

    @Override
    public void add(Payout payout) {
        rows.change(() -> payouts.persist(PayoutRow.of(payout)));
    }

    @Override
    public Payout save(Payout payout) {
        boolean saved = rows.change(() -> payouts.overwrite(payout));
        if (!saved) {
            throw new LostRace("payout " + payout.id());
        }
        return payout.atVersion(payout.version() + 1);
    }

    private Page<Payout> page(String condition, Object parameter, PageRequest page) {
        return rows.read(() ->
                Pages.newestFirst(payouts, page, condition, parameter).map(PayoutRow::payout));
    }
}
