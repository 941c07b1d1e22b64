package io.guildhall.persistence.bounty;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bounties by their issue in PostgreSQL, where a trigger keeps which issue each is about. */
@Singleton
public final class PostgresIssueBounties implements IssueBounties {

    private static final String LIVE_ON =
            "SELECT "
                    + BountyMapping.columns("b")
                    + " FROM bounty_issue i JOIN bounty b ON b.id = i.bounty_id"
                    + " WHERE i.repository = ? AND i.number = ? AND b.status IN"
                    + " ('awaiting_funding', 'open', 'claimed', 'in_review', 'disputed')";
    private static final String LIVE_OF =
            LIVE_ON + " AND b.poster_id = ? ORDER BY b.id DESC LIMIT 1";
    private static final String OLDEST_LIVE_ON = LIVE_ON + " ORDER BY b.id LIMIT " + LIMIT;

    /** Holds the row until the end, whether it was there or not. */
    private static final String HOLD =
            "INSERT INTO issue_import (poster_id, repository, number, imported_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (poster_id, repository, number)"
                    + " DO UPDATE SET imported_at = excluded.imported_at";

    private final Sql sql;

    PostgresIssueBounties(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Bounty> liveOf(
            OperatorId poster, RepositoryName repository, int number, Instant now) {
        sql.change(HOLD, poster.value(), repository.toString(), number, now);
        return sql.first(
                LIVE_OF, BountyMapping::read, repository.toString(), number, poster.value());
    }

    @Override
    public List<Bounty> liveOn(RepositoryName repository, int number) {
        return sql.list(OLDEST_LIVE_ON, BountyMapping::read, repository.toString(), number);
    }
}
