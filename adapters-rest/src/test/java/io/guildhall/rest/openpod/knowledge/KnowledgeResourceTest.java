package io.guildhall.rest.openpod.knowledge;

import static io.guildhall.rest.openpod.PodScene.BASE;
import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openpod.PodScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KnowledgeResourceTest {

    private static final String CONTENT =
            "## System Overview\\nPostgreSQL with 12 tables, and a queue for everything else.";

    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;

    @BeforeEach
    void project() {
        scene = PodScene.of(guildhall);
    }

    @Test
    void entryIsWrittenFoundAndRevised() {
        Response written = write(scene.worker, "Database Schema Architecture", "high");
        assertThat(written.statusCode()).as(written.asString()).isEqualTo(201);
        assertThat(written.<Integer>path("data.version")).isEqualTo(1);
        String entry = BASE + "/knowledge/" + written.path("data.id");

        Response found = scene.owner.get(search("&q=schema&category=architecture&importance=high"));
        assertThat(found.jsonPath().getMap("data[0]"))
                .containsKeys(
                        "id", "title", "content", "category", "importance", "tags", "version");
        Response revised =
                scene.owner.patch(entry, "{\"version\": 1, \"title\": \"Schema of everything\"}");
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(200);
        assertThat(revised.<Integer>path("data.version")).isEqualTo(2);
        Response stale =
                scene.worker.patch(entry, "{\"version\": 1, \"title\": \"Another title\"}");
        assertRefused(stale, 409, "knowledge_edited_meanwhile");
        assertThat(stale.<String>path("error.message")).contains("version 2");

        assertThat(scene.owner.get(entry).<String>path("data.title"))
                .isEqualTo("Schema of everything");
        Response versions = scene.worker.get(entry + "/versions?limit=1");
        assertThat(versions.jsonPath().getList("data.version", Integer.class)).containsExactly(2);
        Response older =
                scene.worker.get(
                        entry + "/versions?limit=1&cursor=" + versions.path("next_cursor"));
        assertThat(older.jsonPath().getList("data.version", Integer.class)).containsExactly(1);
        assertThat(scene.worker.get(entry + "/versions/1").<String>path("data.title"))
                .isEqualTo("Database Schema Architecture");
        assertRefused(scene.worker.get(entry + "/versions/3"), 404, "knowledge_not_found");
        assertRefused(scene.worker.get(entry + "/versions/x"), 404, "version_not_found");
    }

    @Test
    void pinnedComesFirstAndIsForThoseWhoRunTheProject() {
        write(scene.worker, "Something newer", "high");
        write(scene.owner, "Read this first", "pinned").then().statusCode(201);
        write(scene.worker, "Something newest", "high");

        assertThat(scene.worker.get(search("")).jsonPath().getList("data.title", String.class))
                .containsExactly("Read this first", "Something newest", "Something newer");
        assertRefused(write(scene.worker, "Mine first", "pinned"), 403, "role_not_allowed");
    }

    @Test
    void wrongFieldsAreNamed() {
        Response wrong =
                scene.worker.post(
                        BASE + "/knowledge",
                        "{\"title\": \"Four\", \"content\": \"short\", \"category\": \"x\"}");

        assertRefused(wrong, 422, "invalid_field");
        assertThat(wrong.jsonPath().getList("error.details.field", String.class))
                .containsExactlyInAnyOrder("project_id", "title", "content", "category");
        assertThat(wrong.<String>path("error.message"))
                .contains("architecture, decisions, patterns, context, general");
    }

    @Test
    void toOutsidersItIsNotThere() {
        String id = write(scene.owner, "Secret knowledge", "low").path("data.id");

        assertRefused(scene.outsider.get(BASE + "/knowledge/" + id), 404, "knowledge_not_found");
        assertRefused(scene.outsider.get(search("")), 404, "project_not_found");
        assertRefused(scene.owner.get(BASE + "/knowledge/junk"), 404, "knowledge_not_found");
        assertRefused(scene.owner.get(BASE + "/knowledge"), 400, "bad_request");
    }

    private Response write(Client author, String title, String importance) {
        return author.post(
                BASE + "/knowledge",
                """
                {"project_id": "%s", "title": "%s", "content": "%s",
                 "category": "architecture", "importance": "%s", "tags": ["database", "schema"]}
                """
                        .formatted(scene.project, title, CONTENT, importance));
    }

    private String search(String more) {
        return BASE + "/knowledge?project_id=" + scene.project + more;
    }
}
