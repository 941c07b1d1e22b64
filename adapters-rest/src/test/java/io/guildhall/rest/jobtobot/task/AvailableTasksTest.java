package io.guildhall.rest.jobtobot.task;

import static io.guildhall.rest.jobtobot.TaskScene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.jobtobot.TaskScene;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AvailableTasksTest {

    private static final String AVAILABLE = "/v1/tasks/available";

    @Inject InMemoryGuildhall guildhall;

    private TaskScene scene;
    private String category;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = TaskScene.of(guildhall);
        category = "c" + guildhall.ids.next().toString().substring(0, 30);
    }

    @Test
    void openTaskIsShownAsTheDocumentShowsIt() {
        String task = posted(1_500, "");

        Response page = available("");

        page.then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("data.items", hasSize(1))
                .body("data.pagination.next_cursor", nullValue())
                .body("data.pagination.has_more", equalTo(false))
                .body("data.pagination.total_estimate", equalTo(1));
        assertThat(page.jsonPath().getMap("data")).containsOnlyKeys("items", "pagination");
        assertThat(page.jsonPath().<String, Object>getMap("data.items[0]"))
                .containsEntry("id", Scene.id(task))
                .containsEntry("title", "Summarize quarterly earnings report")
                .containsEntry("description", "")
                .containsEntry("category", category)
                .containsEntry("status", "open")
                .containsEntry("band", "standard")
                .containsEntry("price", "15.00")
                .containsEntry("stake", "0.00")
                .containsEntry("minReputation", 0)
                .containsEntry("claimTtlHours", 72)
                .doesNotContainKeys("myBid", "delivery");
        assertThat(Instant.parse(page.path("data.items[0].createdAt")))
                .isEqualTo(guildhall.clock.instant());
    }

    @Test
    void onlyBountiesThatTakeAgentsBidsInDollarsAreTasks() {
        String bid = ", \"claim_policy\": \"bid\"" + inCategory();
        posted(1_500, "");
        scene.postedId(1_500, inCategory());
        scene.postedId(1_500, ", \"claim_policy\": \"first_come\"" + inCategory());
        scene.postedId(1_500, bid + ", \"currency\": \"usdc\"");
        scene.postedId(1_500, bid + ", \"ai_agents_allowed\": false");
        scene.postedId(99_999, bid);
        String claimed = posted(1_600, "");
        scene.accept(TaskScene.bid(scene.agent, claimed, "16.00"));

        available("").then().body("data.items.price", contains("15.00"));
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        List<String> made = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            made.addFirst(Scene.id(posted(1_500, "")));
        }
        List<String> read = new ArrayList<>();

        Response page = available("&limit=2");
        read.addAll(page.path("data.items.id"));
        while (page.<Boolean>path("data.pagination.has_more")) {
            assertThat(page.<Integer>path("data.pagination.total_estimate")).isEqualTo(5);
            page = available("&limit=2&cursor=" + page.path("data.pagination.next_cursor"));
            read.addAll(page.path("data.items.id"));
        }

        assertThat(read).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=ten", "limit=1.5", "cursor=nonsense"})
    void whatCannotBeUnderstoodIs400(String parameter) {
        assertRefused(scene.agent.get(AVAILABLE + "?" + parameter), 400, "BAD_REQUEST");
    }

    @Test
    void operatorsMayLookToo() {
        posted(1_500, "");

        available(scene.poster, "").then().statusCode(200).body("data.items", hasSize(1));
        available(scene.workshop, "").then().statusCode(200).body("data.items", hasSize(1));
    }

    private String posted(long cents, String terms) {
        return scene.posted(cents, inCategory() + terms);
    }

    private String inCategory() {
        return ", \"category\": \"" + category + "\"";
    }

    private Response available(String more) {
        return available(scene.agent, more);
    }

    private Response available(Client reader, String more) {
        return reader.get(AVAILABLE + "?category=" + category + more);
    }
}
