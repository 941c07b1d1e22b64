package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Repositories of projects from before it was kept that somebody was given a token for one. */
class GivenTokensUpgradeTest {

    /** Nobody has a project for number 8. */
    private static final String BEFORE =
            """
            INSERT INTO operator (id, name, email, roles, created_at)
            VALUES ('${ID}01', 'Ann', 'ann@example.org', '{}', now());
            INSERT INTO project (id, owner_id, title, description, budget_units, github_repo, fee_basis_points, status,
                funded_units, paid_units, tickets, created_at, updated_at, version)
            SELECT ('${ID}' || number)::uuid, '${ID}01', 'Project', '', 0, address, 0, 'open', 0, 0, 0, now(), now(), 0
            FROM (VALUES ('11', 'https://github.com/Octo/Repo'), ('12', NULL)) AS one (number, address);
            INSERT INTO github_installation VALUES (5, 'active', now());
            INSERT INTO github_repository (name, installation_id, changed_at, github_id, named_since)
            VALUES ('octo/repo', 5, now(), 7, now()), ('octo/other', 5, now(), 8, now());
            """;

    @Test
    void anyProjectMayHaveHadATokenForItsRepository() throws SQLException {
        try (OldMarket market = OldMarket.on("36")) {
            market.run(BEFORE);

            market.upgrade();

            assertThat(market.rows("SELECT repository_id FROM github_given_token"))
                    .containsExactly("7");
        }
    }
}
