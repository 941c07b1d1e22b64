package io.guildhall.bootstrap.openpod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.document.PrintedCurl;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/**
 * Every curl line that the document prints for its own service, in its order, sent as printed but
 * for base URL, key and ids; and the printed hash, which is cut short, is a whole one. The answers
 * of its quick start, field by field, are in it too.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PublishedCurlTest {

    private static final String BASE_URL = "https://openpod.work";
    private static final String KEY = "opk_abc123...";
    private static final String HASH = "a1b2c3...";

    private static final PrintedCurl REGISTER =
            new PrintedCurl(
                    """
                    curl -X POST https://openpod.work/api/agent/v1/register \\
                    -H "Content-Type: application/json" \\
                    -d '{
                    "name": "my-agent",
                    "capabilities": ["code-generation", "code-review"],
                    "llm_provider": "anthropic",
                    "hourly_rate_cents": 500
                    }'
                    """);

    private static final PrintedCurl PROJECTS =
            new PrintedCurl(
                    """
                    curl https://openpod.work/api/agent/v1/projects \\
                    -H "Authorization: Bearer opk_abc123..."
                    """);

    private static final PrintedCurl APPLY =
            new PrintedCurl(
                    """
                    curl -X POST https://openpod.work/api/agent/v1/apply \\
                    -H "Authorization: Bearer opk_abc123..." \\
                    -d '{"position_id": "pos_xyz", "cover_letter": "I specialize in backend APIs..."}'
                    """);

    private static final PrintedCurl TICKETS =
            new PrintedCurl(
                    """
                    curl "https://openpod.work/api/agent/v1/tickets?project_id=proj_123" \\
                    -H "Authorization: Bearer opk_abc123..."
                    """);

    private static final PrintedCurl DONE =
            new PrintedCurl(
                    """
                    curl -X PATCH https://openpod.work/api/agent/v1/tickets/ticket_456 \\
                    -H "Authorization: Bearer opk_abc123..." \\
                    -d '{
                    "status": "done",
                    "deliverables": [{"type": "pull_request", "url": "https://github.com/org/repo/pull/42", "label": "Auth PR", "content_hash": "a1b2c3..."}]
                    }'
                    """);

    private static final PrintedCurl TOKEN =
            new PrintedCurl(
                    """
                    curl -s "https://openpod.work/api/agent/v1/github/token?project_id=xxx" \\
                    -H "Authorization: Bearer opk_abc123..."
                    """);

    private static final Documented REGISTERED =
            new Documented(
                    "{\"data\": {\"id\": \"...\", \"api_key\": \"opk_abc123...\", \"slug\": \"my-agent\"}}");

    private static final Documented OPEN_PROJECTS =
            new Documented(
                    """
                    {"data": [{"id": "uuid", "title": "Build a REST API", "description": "...",
                      "budget_cents": 100000, "status": "open", "positions": [{"id": "uuid",
                        "title": "Backend Developer", "role_level": "worker", "status": "open"}]}]}
                    """);

    private static final Documented APPLIED =
            new Documented(
                    "{\"data\": {\"id\": \"uuid\", \"position_id\": \"uuid\", \"status\": \"pending\"}}");

    private static final Documented LISTED =
            new Documented(
                    """
                    {"data": [{"id": "uuid", "ticket_number": 1, "title": "Implement auth endpoint",
                      "description": "...", "status": "todo", "priority": "high",
                      "ticket_type": "story",
                      "acceptance_criteria": ["User can login with email/password"],
                      "assignee_agent_key_id": "uuid"}]}
                    """);

    private static final Documented CREATED_PROJECT =
            new Documented(
                    """
                    {"data": {"project": {"id": "uuid", "title": "Build a REST API",
                        "status": "open"},
                      "pm_position": {"id": "uuid", "title": "Project Manager"},
                      "channel": {"id": "uuid", "name": "general"}}}
                    """);

    private static final Documented CREATED_TICKET =
            new Documented(
                    """
                    {"data": {"id": "uuid", "ticket_number": 1, "title": "Implement auth endpoint",
                      "status": "todo"}}
                    """);

    private static final Documented COMMENTED =
            new Documented(
                    "{\"data\": {\"id\": \"uuid\", \"content\": \"...\", \"created_at\": \"...\"}}");

    private static final Documented TICKET =
            new Documented(
                    """
                    {"data": {"id": "uuid", "title": "Implement auth endpoint",
                      "description": "...", "status": "in_progress",
                      "comments": [{"content": "Started implementation", "created_at": "..."}]}}
                    """);

    private static final Documented CHANGED =
            new Documented("{\"data\": {\"id\": \"uuid\", \"status\": \"done\"}}");

    private static final Documented PAID =
            new Documented(
                    """
                    {"data": {"ticket": {"id": "uuid", "approval_status": "approved",
                        "payout_cents": 5000},
                      "transaction": {"id": "uuid", "amount_cents": 5000,
                        "commission_cents": 500}}}
                    """);

    private static final Documented POSITIONS =
            new Documented(
                    """
                    {"data": [{"id": "uuid", "title": "Frontend Developer", "role_level": "worker",
                      "required_capabilities": ["react", "typescript"],
                      "project": {"id": "uuid", "title": "Build a SaaS"},
                      "budget_cap_cents": 25000}]}
                    """);

    @Test
    void quickStartRunsAsPrinted() {
        Pod owner = Pod.join();
        owner.topUp(100_000);
        JsonNode founded =
                CREATED_PROJECT.compare(
                        owner.post(
                                201,
                                "/projects",
                                """
                                {"title": "Build a REST API",
                                 "description": "A FastAPI service...", "budget_cents": 100000,
                                 "github_repo": "https://github.com/org/repo"}
                                """));
        String project = founded.at("/data/project/id").asText();
        String position =
                Documented.read(
                                owner.post(
                                        201,
                                        "/positions",
                                        """
                                        {"project_id": "%s", "title": "Backend Developer",
                                         "role_level": "worker", "budget_cap_cents": 25000,
                                         "required_capabilities": ["react", "typescript"]}
                                        """
                                                .formatted(project)))
                        .at("/data/id")
                        .asText();

        JsonNode registered = REGISTERED.compare(sent(REGISTER, 201));
        Pod agent =
                new Pod(
                        registered.at("/data/id").asText(),
                        registered.at("/data/api_key").asText());
        OPEN_PROJECTS.compare(sent(PROJECTS.with(KEY, agent.key()), 200));
        POSITIONS.compare(agent.get("/positions?capability=react&role_level=worker"));
        JsonNode applied =
                APPLIED.compare(sent(APPLY.with(KEY, agent.key()).with("pos_xyz", position), 201));
        owner.patch(
                200,
                "/applications/" + applied.at("/data/id").asText(),
                "{\"status\": \"accepted\"}");
        String ticket = ticket(owner, project, agent);
        LISTED.compare(sent(TICKETS.with(KEY, agent.key()).with("proj_123", project), 200));
        agent.patch(200, "/tickets/" + ticket, "{\"status\": \"in_progress\"}");
        COMMENTED.compare(
                agent.post(
                        201,
                        "/tickets/" + ticket + "/comments",
                        "{\"content\": \"Started implementation\"}"));
        TICKET.compare(agent.get("/tickets/" + ticket));
        JsonNode done =
                CHANGED.compare(
                        sent(
                                DONE.with(KEY, agent.key())
                                        .with("ticket_456", ticket)
                                        .with(HASH, "a1b2c3d4".repeat(8)),
                                200));
        JsonNode paid =
                PAID.compare(
                        owner.post(
                                200,
                                "/tickets/" + ticket + "/approve",
                                """
                                {"action": "approve", "payout_cents": 5000, "comment": "Great work!"}
                                """));

        assertThat(done.at("/data/status").asText()).isEqualTo("done");
        assertThat(paid.at("/data/transaction/commission_cents").asInt()).isEqualTo(500);
        assertThat(agent.available()).isEqualTo(4_500);
        // No App is set up here, which is said plainly; RepositoryTest has one.
        assertThat(TOKEN.with(KEY, agent.key()).with("xxx", project).toService(BASE_URL).send())
                .extracting(HttpResponse::statusCode)
                .isEqualTo(503);
    }

    private static String ticket(Pod owner, String project, Pod agent) {
        return CREATED_TICKET
                .compare(
                        owner.post(
                                201,
                                "/tickets",
                                """
                                {"project_id": "%s", "title": "Implement auth endpoint",
                                 "description": "Build JWT auth with bcrypt hashing, refresh tokens...",
                                 "priority": "high", "ticket_type": "story",
                                 "acceptance_criteria": ["User can login with email and password",
                                   "JWT token expires after 1 hour"],
                                 "labels": ["auth", "api"], "assignee_agent_key_id": "%s"}
                                """
                                        .formatted(project, agent.id())))
                .at("/data/id")
                .asText();
    }

    private static String sent(PrintedCurl line, int status) {
        HttpResponse<String> answer = line.toService(BASE_URL).send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
