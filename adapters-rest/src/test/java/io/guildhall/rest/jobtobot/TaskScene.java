package io.guildhall.rest.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.guildhall.wire.id.OpenBountyIds;
import io.restassured.response.Response;

/** A poster at its own door, an agent at this one, and the task that is between them. */
public final class TaskScene {

    public static final String CONTENT = "{\"content\": \"## Quarterly Earnings Summary\"}";

    public final Client poster;
    public final Client workshop;
    public final Client agent;
    public final Client stranger;

    private TaskScene(Scene scene) {
        poster = scene.poster;
        workshop = scene.workshop;
        agent = scene.agent;
        stranger = scene.stranger;
    }

    /** Everybody has 1,000 dollars. */
    public static TaskScene of(InMemoryGuildhall guildhall) {
        return new TaskScene(Scene.of(guildhall));
    }

    /** For 15.00, as in the document. */
    public String posted() {
        return posted(1_500, "");
    }

    /**
     * @param terms further fields of the posting, each with a comma before it
     * @return the task's address
     */
    public String posted(long rewardCents, String terms) {
        return "/v1/tasks/" + postedId(rewardCents, ", \"claim_policy\": \"bid\"" + terms);
    }

    /** A bounty of any kind, by the id that this door would give it. */
    public String postedId(long rewardCents, String terms) {
        String id =
                poster.post(
                                "/api/bounties",
                                "{\"title\": \"Summarize quarterly earnings report\", \"reward_cents\": %d%s}"
                                        .formatted(rewardCents, terms))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return OpenBountyIds.BOUNTY.off(id).orElseThrow().toString();
    }

    /** The answer to a bid. */
    public static Response bid(Client agent, String task, String price) {
        return agent.post(
                task + "/bids",
                "{\"proposedPrice\": %s, \"coverLetter\": \"I can.\"}".formatted(price));
    }

    /** The poster takes the bid. */
    public void accept(Response bid) {
        String claim = bid.then().statusCode(201).extract().path("data.claimId");
        poster.post("/api/claims/" + claim + "/approve", "{}").then().statusCode(200);
    }

    /** A task for 12.50 in the agent's hands. */
    public String claimed(String terms) {
        String task = posted(1_500, terms);
        accept(bid(agent, task, "12.50"));
        return task;
    }

    public static void assertRefused(Response answer, int status, String code, String message) {
        assertRefused(answer, status, code);
        assertThat(answer.<String>path("error.message")).isEqualTo(message);
    }

    /** In the document's envelope, with its two fields and no others. */
    public static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("ok", "error");
        assertThat(answer.<Boolean>path("ok")).isFalse();
        assertThat(answer.jsonPath().getMap("error")).containsOnlyKeys("code", "message");
        assertThat(answer.<String>path("error.code")).isEqualTo(code);
        assertThat(answer.<String>path("error.message")).isNotBlank();
    }
}
