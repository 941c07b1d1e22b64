package io.guildhall.persistence.schema;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Operator;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class IssueGuardsTest extends SchemaTest {

    private static final String COMMAND =
            "INSERT INTO comment_command (id, repository, number, on_pull_request, account, login,"
                    + " line, heard_at, status, due_at, answer, decided_at, answer_id, reason,"
                    + " settled_at, tries, version)"
                    + " VALUES (?, 'octocat/hello', 7, false, 42, 'ann', '/bounty 50', now(), ";

    @Test
    void accountIsOfOneKindOfParty() {
        Operator ann = operator();
        AgentLink link = AgentLink.of(agentOf(ann).id(), null);
        long account = ids.next().getLeastSignificantBits() >>> 1;
        unit(() -> {
            ports.agentLinks().add(link);
            ports.operatorAccounts()
                    .link(ann.id(), new GithubAccount(account, "ann"), clock.instant());
        });

        assertLosesRace(
                () -> ports.agentLinks().save(link.linked(new GithubAccount(account, "x"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'''heard'', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0)'",
        "'''heard'', now(), ''Done.'', NULL, NULL, NULL, NULL, 0, 0)'",
        "'''decided'', now(), NULL, now(), NULL, NULL, NULL, 0, 0)'",
        "'''decided'', now(), ''Done.'', NULL, NULL, NULL, NULL, 0, 0)'",
        "'''answered'', NULL, NULL, NULL, NULL, NULL, now(), 0, 0)'",
        "'''answered'', NULL, NULL, NULL, 9, NULL, NULL, 0, 0)'",
        "'''dropped'', NULL, NULL, NULL, NULL, NULL, now(), 0, 0)'",
        "'''dropped'', now(), NULL, NULL, NULL, ''a flood'', now(), 0, 0)'",
        "'''lost'', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0)'",
        "'''heard'', now(), NULL, NULL, NULL, NULL, NULL, -1, 0)'"
    })
    void commandHasWhatItsStatusNeedsAndNoMore(String rest) {
        assertRefused(
                "comment_command", COMMAND + rest, ids.next().getLeastSignificantBits() >>> 1);
    }

    @Test
    void issueIsOfARepositoryInSmallLetters() {
        Operator ann = operator();

        assertRefused(
                "issue_import_repository_check",
                "INSERT INTO issue_import VALUES (?, 'Octocat/Hello', 7, now())",
                ann.id().value());
        assertRefused(
                "issue_import_number_check",
                "INSERT INTO issue_import VALUES (?, 'octocat/hello', 0, now())",
                ann.id().value());
    }
}
