package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Operator;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class GithubGuardsTest extends SchemaTest {

    private static final String NOTICE =
            "INSERT INTO github_notice"
                    + " (id, event, body, received_at, failures, due_at, outcome, settled_at) VALUES ";

    @Test
    void accountIsWholeAndOfOneAgent() {
        Operator bob = operator();
        AgentLink first = linked(agentOf(bob));
        AgentLink second = linked(agentOf(bob));
        String both =
                "UPDATE agent_link SET github_account = ?, github_login = ? WHERE agent_id = ?";
        long account = ids.next().getLeastSignificantBits() >>> 1;
        unit(() -> {
            ports.agentLinks().save(first.linked(new GithubAccount(account, "octobot")));
        });

        assertLosesRace(() -> sql.change(both, account, "octobot", second.agent().value()));
        assertRefused("agent_link_github_whole", both, null, "octobot", second.agent().value());
        assertRefused("agent_link_github_whole", both, account, null, second.agent().value());
        assertRefused(
                "agent_link_github_account_check", both, 0L, "octobot", second.agent().value());
    }

    @Test
    void stateIsKeptAsAHash() {
        Agent agent = agentOf(operator());

        assertRefused(
                "github_link_request_state_hash_check",
                "INSERT INTO github_link_request VALUES (?, ?, ?, now())",
                "the state itself",
                agent.id().value(),
                agent.operator().value());
    }

    @Test
    void codeIsKeptAsAHash() {
        assertRefused(
                "github_link_unconfirmed_code_hash_check",
                "INSERT INTO github_link_unconfirmed VALUES (?, NULL, ?, 42, 'octobot', now())",
                "the code itself",
                operator().id().value());
    }

    @ParameterizedTest
    @CsvSource({
        "github_notice_due_or_settled, '(?, ''e'', ''{}'', now(), 0, NULL, NULL, NULL)'",
        "github_notice_due_or_settled, '(?, ''e'', ''{}'', now(), 0, now(), ''heard'', now())'",
        "github_notice_due_or_settled, '(?, ''e'', ''{}'', now(), 0, NULL, ''heard'', NULL)'",
        "github_notice_outcome_check, '(?, ''e'', ''{}'', now(), 0, NULL, ''lost'', now())'",
        "github_notice_failures_check, '(?, ''e'', ''{}'', now(), -1, now(), NULL, NULL)'"
    })
    void noticeIsDueOrSettled(String constraint, String values) {
        assertRefused(constraint, NOTICE + values, UUID.randomUUID().toString());
    }

    @Test
    void repositoryIsServedByAnInstallationThatIsKnown() {
        long installation = ids.next().getLeastSignificantBits() >>> 1;

        String repository =
                "INSERT INTO github_repository (name, installation_id, changed_at, github_id, named_since)"
                        + " VALUES (?, ?, now(), ?, now())";
        assertRefused(
                "github_repository_installation_id_fkey",
                repository,
                "octocat/hello",
                installation,
                1L);
        assertRefused(
                "github_installation_status_check",
                "INSERT INTO github_installation VALUES (?, 'gone', now())",
                installation);
        unit(() -> ports.installations().serve(installation, List.of(), clock.instant()));
        assertRefused(
                "github_repository_name_check", repository, "Octocat/Hello", installation, 1L);
        assertRefused(
                "github_repository_github_id_check", repository, "octocat/hello", installation, 0L);
    }

    /** As those that were there before numbers were kept. */
    @Test
    void repositoryWithoutANumberIsTheOneThatItsInstallationTells() {
        long installation = ids.next().getLeastSignificantBits() >>> 1;
        RepositoryName kept = new RepositoryName("octocat", ids.next().toString());
        RepositoryName taken = new RepositoryName("octocat", ids.next().toString());
        unit(() -> ports.installations().serve(installation, List.of(), clock.instant()));
        for (RepositoryName name : List.of(kept, taken)) {
            unit(() ->
                    sql.change(
                            "INSERT INTO github_repository"
                                    + " (name, installation_id, changed_at, named_since)"
                                    + " VALUES (?, ?, now(), 'epoch')",
                            name.toString(),
                            installation));
        }

        unit(() ->
                ports.installations()
                        .meet(installation, new GithubRepository(1, kept), clock.instant()));
        serve(installation + 1, new GithubRepository(2, taken));
        clock.advance(Duration.ofHours(1));
        serve(installation, new GithubRepository(1, kept));

        assertThat(namedSince(kept)).contains(Instant.EPOCH);
        assertThat(namedSince(taken)).contains(clock.instant().minus(Duration.ofHours(1)));
    }

    private Optional<Instant> namedSince(RepositoryName name) {
        return unit(() -> ports.installations().namedSince(name));
    }

    private void serve(long installation, GithubRepository repository) {
        unit(() -> ports.installations().serve(installation, List.of(repository), clock.instant()));
    }

    private AgentLink linked(Agent agent) {
        AgentLink link = AgentLink.of(agent.id(), null);
        unit(() -> ports.agentLinks().add(link));
        return link;
    }
}
