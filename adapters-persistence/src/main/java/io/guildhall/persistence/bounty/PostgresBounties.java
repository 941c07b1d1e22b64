package io.guildhall.persistence.bounty;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bounties in PostgreSQL. */
@Singleton
public final class PostgresBounties implements Bounties {

    private static final String SELECT =
            "SELECT " + BountyMapping.columns("b") + " FROM bounty b WHERE b.id = ";
    private static final String FIND = SELECT + "?";
    private static final String FIND_ALL = SELECT + "ANY (?)";
    private static final String HOLD = FIND + " FOR SHARE";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String LOCK_UNLESS_HELD = LOCK + " SKIP LOCKED";
    private static final List<String> COLUMNS = columns();
    private static final String ADD =
            "INSERT INTO bounty ("
                    + String.join(", ", COLUMNS)
                    + ") VALUES ("
                    + Sql.placeholders(COLUMNS.size())
                    + ")";
    private static final String SAVE_STATE = update(BountyMapping.STATE);
    private static final String SAVE_STATE_AND_TERMS =
            update(joined(BountyMapping.STATE, BountyMapping.TERMS));

    private final Sql sql;
    private final TransactionSynchronizationRegistry unitOfWork;

    PostgresBounties(Sql sql, TransactionSynchronizationRegistry unitOfWork) {
        this.sql = sql;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Bounty> find(BountyId id) {
        return read(FIND, id);
    }

    @Override
    public List<Bounty> findAll(Collection<BountyId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list(FIND_ALL, BountyMapping::read, Ids.of(ids, BountyId::value));
    }

    @Override
    public Optional<Bounty> hold(BountyId id) {
        return read(HOLD, id);
    }

    @Override
    public Optional<Bounty> lock(BountyId id) {
        return read(LOCK, id);
    }

    @Override
    public Optional<Bounty> lockUnlessHeld(BountyId id) {
        return read(LOCK_UNLESS_HELD, id);
    }

    @Override
    public void add(Bounty bounty) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(bounty.id().value());
        values.add(bounty.poster().value());
        values.add(bounty.fees().basisPoints());
        values.add(bounty.createdAt());
        values.add(bounty.version());
        values.addAll(BountyMapping.terms(bounty.terms()));
        values.addAll(BountyMapping.state(bounty));
        sql.changeLater(ADD, values.toArray());
        remember(bounty);
    }

    @Override
    public Bounty save(Bounty bounty) {
        List<@Nullable Object> values = new ArrayList<>(BountyMapping.state(bounty));
        boolean sameTerms = hasTermsAsRead(bounty);
        if (!sameTerms) {
            values.addAll(BountyMapping.terms(bounty.terms()));
        }
        values.add(bounty.id().value());
        values.add(bounty.version());
        sql.changeOneLater(
                "bounty " + bounty.id(),
                sameTerms ? SAVE_STATE : SAVE_STATE_AND_TERMS,
                values.toArray());
        Bounty saved = bounty.atVersion(bounty.version() + 1);
        remember(saved);
        return saved;
    }

    private Optional<Bounty> read(String query, BountyId id) {
        Optional<Bounty> found = sql.first(query, BountyMapping::read, id.value());
        found.ifPresent(this::remember);
        return found;
    }

    /** The bounty as this unit of work last saw it in the database. */
    private record Seen(BountyId id) {}

    /**
     * Terms are long, are searched, and hardly ever change, so a claim does not write them again.
     * What was read as this version is what the database has as this version: else the update finds
     * no row.
     */
    private boolean hasTermsAsRead(Bounty bounty) {
        return unitOfWork.getTransactionKey() != null
                && unitOfWork.getResource(new Seen(bounty.id())) instanceof Bounty seen
                && seen.version() == bounty.version()
                && seen.terms().equals(bounty.terms());
    }

    private void remember(Bounty bounty) {
        if (unitOfWork.getTransactionKey() != null) {
            unitOfWork.putResource(new Seen(bounty.id()), bounty);
        }
    }

    private static List<String> columns() {
        return joined(
                List.of("id", "poster_id", "fee_basis_points", "created_at", "version"),
                joined(BountyMapping.TERMS, BountyMapping.STATE));
    }

    private static String update(List<String> columns) {
        return columns.stream()
                .map(column -> column + " = ?")
                .collect(
                        Collectors.joining(
                                ", ",
                                "UPDATE bounty SET version = version + 1, ",
                                " WHERE id = ? AND version = ?"));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
