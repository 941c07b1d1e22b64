package io.guildhall.application.inmemory;

import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.workspace.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payouts in memory, with the uniqueness that a database would enforce. */
public final class InMemoryPayouts implements Payouts {

    private final Rows<PayoutId, Payout> rows;

    public InMemoryPayouts(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return rows.find(id);
    }

    @Override
    public List<Payout> takeDue(Rail rail, Instant now, int limit) {
        return rows.where(payout -> payout.rail() == rail && isDue(payout, now)).stream()
                .sorted(
                        Comparator.comparing(InMemoryPayouts::dueAt)
                                .thenComparing(
                                        Comparator.<Payout, UUID>comparing(
                                                payout -> payout.id().value(), Rows.BY_BYTES)))
                .limit(limit)
                .map(due -> rows.keep(due.id()).orElseThrow())
                .toList();
    }

    @Override
    public Page<Payout> of(Caller viewer, PageRequest page) {
        return rows.newestFirst(
                payout -> ViewPayouts.isVisibleTo(payout, viewer),
                payout -> payout.id().value(),
                page);
    }

    @Override
    public Page<Payout> inStage(String stage, PageRequest page) {
        return rows.newestFirst(
                payout -> payout.stage().word().equals(stage), payout -> payout.id().value(), page);
    }

    @Override
    public List<Payout> ofBounty(BountyId bounty) {
        return rows.where(payout -> bounty.equals(bountyOf(payout)));
    }

    @Override
    public List<Payout> blockedOf(OperatorId payee, int limit) {
        return rows
                .where(payout ->
                        payout.payee().equals(payee)
                                && payout.stage() instanceof PayoutStage.Blocked)
                .stream()
                .sorted(Comparator.comparing(payout -> payout.id().value(), Rows.BY_BYTES))
                .limit(limit)
                .toList();
    }

    @Override
    public void add(Payout payout) {
        BountyId paid = bountyOf(payout);
        if (paid != null && rows.any(other -> paid.equals(bountyOf(other)))) {
            throw new LostRace("the payout of bounty " + paid);
        }
        TicketId ticket = ticketOf(payout);
        if (ticket != null && rows.any(other -> ticket.equals(ticketOf(other)))) {
            throw new LostRace("the payout of ticket " + ticket);
        }
        rows.add(payout.id(), payout);
    }

    @Override
    public Payout save(Payout payout) {
        if (rows.find(payout.id()).orElseThrow().version() != payout.version()) {
            throw new LostRace("payout " + payout.id());
        }
        Payout saved = payout.atVersion(payout.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Payout> all() {
        return rows.where(_ -> true);
    }

    private static @Nullable BountyId bountyOf(Payout payout) {
        return switch (payout.source()) {
            case AcceptedSubmission(var _, var bounty, var _) -> bounty;
            case EndedDispute(var _, var bounty, var _) -> bounty;
            case ApprovedTicket _, Withdrawal _, Refund _ -> null;
        };
    }

    private static @Nullable TicketId ticketOf(Payout payout) {
        return payout.source() instanceof ApprovedTicket(var ticket, var _, var _) ? ticket : null;
    }

    private static boolean isDue(Payout payout, Instant now) {
        Instant due = payout.dueAt();
        return due != null && !due.isAfter(now);
    }

    private static Instant dueAt(Payout payout) {
        return Objects.requireNonNull(payout.dueAt());
    }
}
