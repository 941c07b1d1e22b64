package io.guildhall.persistence.payment;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payments in PostgreSQL. */
@Singleton
public final class PostgresPayments implements Payments {

    private static final String UNDER_WAY =
            "SELECT * FROM payment WHERE bounty_id = ? AND stage IN ('requested', 'open')";

    private static final String OF_BOUNTY =
            "SELECT * FROM payment WHERE bounty_id = ? ORDER BY id LIMIT ?";

    private static final String DUE =
            """
            SELECT * FROM payment WHERE look_at <= ?
            ORDER BY look_at, id LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    private static final String OF =
            "SELECT * FROM payment WHERE payer_id = ? AND id < ? ORDER BY id DESC LIMIT ?";

    private static final String ADD =
            "INSERT INTO payment (id, payer_id, bounty_id, units, currency, rail, created_at, version, "
                    + PaymentMapping.CHANGING
                    + ") VALUES (";

    private static final String SAVE =
            "UPDATE payment SET (" + PaymentMapping.CHANGING + ", version) = (";

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Sql sql;

    PostgresPayments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return sql.first("SELECT * FROM payment WHERE id = ?", PaymentMapping::read, id.value());
    }

    @Override
    public Optional<Payment> byReceipt(String reference) {
        return sql.first(
                "SELECT * FROM payment WHERE receipt = ?", PaymentMapping::read, reference);
    }

    @Override
    public Optional<Payment> underWayFor(BountyId bounty) {
        return sql.first(UNDER_WAY, PaymentMapping::read, bounty.value());
    }

    @Override
    public List<Payment> ofBounty(BountyId bounty, int limit) {
        return sql.list(OF_BOUNTY, PaymentMapping::read, bounty.value(), limit);
    }

    @Override
    public List<Payment> takeDue(Instant now, int limit) {
        return sql.changeReturning(DUE, PaymentMapping::read, now, limit);
    }

    @Override
    public Page<Payment> of(OperatorId payer, PageRequest page) {
        UUID after = Optional.ofNullable(page.after()).orElse(BEHIND_ALL);
        return Page.of(
                sql.list(OF, PaymentMapping::read, payer.value(), after, page.limit() + 1),
                page.limit());
    }

    @Override
    public void add(Payment payment) {
        BountyId bounty = payment.bounty();
        List<@Nullable Object> values = new ArrayList<@Nullable Object>();
        values.addAll(
                Arrays.asList(
                        payment.id().value(),
                        payment.payer().value(),
                        bounty == null ? null : bounty.value(),
                        payment.amount().units(),
                        payment.amount().currency().word(),
                        Words.of(payment.rail()),
                        payment.createdAt(),
                        payment.version()));
        values.addAll(PaymentMapping.changing(payment));
        sql.change(ADD + Sql.placeholders(values.size()) + ")", values.toArray());
    }

    @Override
    public Payment save(Payment payment) {
        List<@Nullable Object> values = new ArrayList<@Nullable Object>();
        values.addAll(PaymentMapping.changing(payment));
        String change =
                SAVE
                        + Sql.placeholders(values.size())
                        + ", version + 1) WHERE id = ? AND version = ?";
        values.add(payment.id().value());
        values.add(payment.version());
        if (sql.change(change, values.toArray()) == 0) {
            throw new LostRace("payment " + payment.id());
        }
        return payment.atVersion(payment.version() + 1);
    }
}
