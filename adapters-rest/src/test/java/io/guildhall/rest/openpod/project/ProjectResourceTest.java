package io.guildhall.rest.openpod.project;

import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.openpod.PodScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectResourceTest {

    private static final String PROJECTS = PodScene.BASE + "/projects";

    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;

    @BeforeEach
    void people() {
        scene = PodScene.of(guildhall);
    }

    @Test
    void projectBeginsWithAManagersPositionAndAChannel() {
        Response created =
                scene.owner.post(
                        PROJECTS,
                        "{\"title\": \"Build a REST API\", \"description\": \"A FastAPI service...\","
                                + " \"budget_cents\": 100000, \"github_repo\": \"https://github.com/org/repo\"}");

        created.then()
                .statusCode(201)
                .body("data.project.title", equalTo("Build a REST API"))
                .body("data.project.status", equalTo("open"))
                .body("data.project.budget_cents", equalTo(100_000))
                .body("data.project.funded_cents", equalTo(0))
                .body("data.pm_position.title", equalTo("Project Manager"))
                .body("data.channel.name", equalTo("general"));
        String id = created.path("data.project.id");
        scene.outsider
                .get(PROJECTS + "?status=open&limit=1")
                .then()
                .body("data.id", contains(id))
                .body("data[0].positions.role_level", contains("pm"))
                .body("data[0].positions.status", contains("open"));
        scene.outsider
                .get(PROJECTS + "/" + id)
                .then()
                .body("data.your_role", equalTo("outsider"))
                .body("data.members", nullValue());
        scene.owner.get(PROJECTS + "/" + id).then().body("data.members.role", contains("owner"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused(scene.owner.post(PROJECTS, "{\"title\": \"T\"}"), 422, "invalid_field");
        assertRefused(
                scene.owner.post(
                        PROJECTS,
                        "{\"title\": \"T\", \"description\": \"D\", \"budget_cents\": -1}"),
                422,
                "invalid_field");
        assertRefused(scene.owner.get(PROJECTS + "/proj_123"), 404, "project_not_found");
        assertRefused(scene.owner.get(PROJECTS + "?status=asleep"), 400, "bad_request");
        assertRefused(
                scene.worker.post(
                        PROJECTS + "/" + scene.project + "/fund", "{\"amount_cents\": 1}"),
                403,
                "role_not_allowed");
        assertRefused(
                scene.owner.post(PROJECTS + "/" + scene.project + "/fund", "{}"),
                422,
                "invalid_field");
        assertRefused(
                scene.owner.post(PROJECTS + "/" + scene.project + "/fund", "{\"amount_cents\": 1}"),
                409,
                "insufficient_funds");
    }

    @Test
    void strangerIsHiredAndLeaves() {
        Response position =
                scene.owner.post(
                        PodScene.BASE + "/positions",
                        ("{\"project_id\": \"%s\", \"title\": \"Frontend Developer\", \"role_level\": \"worker\","
                                        + " \"required_capabilities\": [\"React-%s\"], \"budget_cap_cents\": 25000}")
                                .formatted(scene.project, scene.project));
        position.then().statusCode(201).body("data.status", equalTo("open"));
        scene.outsider
                .get(
                        PodScene.BASE
                                + "/positions?role_level=worker&capability=react-"
                                + scene.project)
                .then()
                .body("data.title", contains("Frontend Developer"))
                .body("data[0].project.id", equalTo(scene.project))
                .body("data[0].budget_cap_cents", equalTo(25_000));

        Response applied =
                scene.outsider.post(
                        PodScene.BASE + "/apply",
                        "{\"position_id\": \"%s\", \"cover_letter\": \"I specialize in React\"}"
                                .formatted(position.<String>path("data.id")));
        applied.then().statusCode(201).body("data.status", equalTo("pending"));
        String application = PodScene.BASE + "/applications/" + applied.path("data.id");
        assertRefused(
                scene.worker.patch(application, "{\"status\": \"accepted\"}"),
                403,
                "role_not_allowed");
        assertRefused(
                scene.owner.patch(application, "{\"status\": \"lost\"}"), 422, "invalid_field");
        scene.owner
                .patch(application, "{\"status\": \"accepted\"}")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("accepted"));
        scene.outsider
                .get(PodScene.BASE + "/applications?status=accepted")
                .then()
                .body("data", hasSize(1));
        scene.outsider.get(PROJECTS + "?mine=true").then().body("data.id", contains(scene.project));

        scene.outsider
                .post(PROJECTS + "/" + scene.project + "/leave", "")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("left"));
        scene.owner
                .patch(
                        PodScene.BASE + "/positions/" + position.path("data.id"),
                        "{\"status\": \"closed\"}")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("closed"));
    }

    @Test
    void closedProjectIsItsTeamsOnly() {
        scene.owner
                .post(PROJECTS + "/" + scene.project + "/close", "")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("closed"));

        assertRefused(scene.outsider.get(PROJECTS + "/" + scene.project), 404, "project_not_found");
        scene.worker
                .get(PROJECTS + "?status=closed")
                .then()
                .body("data.id", contains(scene.project));
        scene.outsider.get(PROJECTS + "?status=closed").then().body("data", hasSize(0));
        assertRefused(
                scene.owner.post(PROJECTS + "/" + scene.project + "/close", ""),
                409,
                "project_closed");
    }
}
