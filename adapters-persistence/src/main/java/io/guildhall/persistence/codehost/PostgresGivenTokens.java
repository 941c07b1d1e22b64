package io.guildhall.persistence.codehost;

import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/** For which repositories somebody was given a token, in PostgreSQL. */
@Singleton
public final class PostgresGivenTokens implements GivenTokens {

    private static final String ADD =
            "INSERT INTO github_given_token AS t (repository_id, given_at) VALUES (?, ?)"
                    + " ON CONFLICT (repository_id) DO UPDATE SET given_at = excluded.given_at"
                    + " WHERE t.given_at < excluded.given_at";
    private static final String FIND =
            "SELECT repository_id FROM github_given_token WHERE repository_id = ?";
    private static final String FORGET =
            "DELETE FROM github_given_token WHERE repository_id IN (SELECT repository_id"
                    + " FROM github_given_token WHERE given_at < ? ORDER BY given_at LIMIT ?"
                    + " FOR UPDATE SKIP LOCKED)";

    private final Sql sql;

    PostgresGivenTokens(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(long repository, Instant givenAt) {
        sql.change(ADD, repository, givenAt);
    }

    @Override
    public boolean existFor(long repository) {
        return sql.first(FIND, row -> row.number("repository_id"), repository).isPresent();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return sql.change(FORGET, time, limit);
    }
}
