package io.guildhall.persistence.contract;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.application.contract.BountyBoardContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.party.Operator;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PostgresBountyBoardTest extends BountyBoardContract {

    private static final int MANY = 1_500;

    @Inject PostgresPortsUnderTest ports;
    @Inject DataSource dataSource;
    @Inject Sql sql;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }

    /** All of it is undone in the end, so that no other test meets a board as full as this. */
    @Test
    @TestTransaction
    void manyAreEstimatedWithoutCountingThem() throws SQLException {
        String category = "many" + ids.next().toString().substring(0, 20);
        Operator poster = operator();
        BountyTerms terms = terms().takingBids().category(category).build();
        for (int number = 0; number < MANY; number++) {
            openBounty(poster, terms);
        }
        execute("ANALYZE bounty");

        long estimate = ports.board().estimate(openTasks(category), keyOf(operator()));

        assertThat(estimate).isGreaterThan(BountyBoard.COUNTED_MAX).isBetween(MANY / 2L, MANY * 2L);
    }

    /** Neither for its page nor for its estimate. */
    @Test
    @TestTransaction
    void whatNobodyAsksForIsNotLookedForInEveryBounty() throws SQLException {
        Operator poster = operator();
        BountyTerms terms = terms().takingBids().capabilities("java", "sql").build();
        for (int number = 0; number < MANY; number++) {
            openBounty(poster, terms);
        }
        execute("ANALYZE bounty");
        long before = bountiesRead();

        ports.board().search(openFor("cobol" + ids.next()), keyOf(operator()));
        ports.board().estimate(openFor("cobol" + ids.next()), keyOf(operator()));

        assertThat(bountiesRead() - before).isLessThan(100);
    }

    /** In this transaction. */
    private long bountiesRead() {
        return sql.first(
                        "SELECT seq_tup_read + idx_tup_fetch AS read FROM pg_stat_xact_user_tables"
                                + " WHERE relname = 'bounty'",
                        row -> row.number("read"))
                .orElseThrow();
    }

    private static Query openFor(String capability) {
        return new Query(
                "open",
                null,
                null,
                capability,
                null,
                null,
                null,
                null,
                null,
                Sort.NEWEST,
                null,
                20);
    }

    private static Query openTasks(String category) {
        return new Query(
                "open",
                true,
                category,
                null,
                null,
                null,
                ClaimPolicy.BID,
                null,
                null,
                Sort.NEWEST,
                null,
                1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
