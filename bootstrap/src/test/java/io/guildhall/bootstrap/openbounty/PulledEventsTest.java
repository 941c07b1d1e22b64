package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bounty's life as it is pulled from the stream by those who have part in it, and by others. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PulledEventsTest {

    /** How long a failure may take to show; nothing that works waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> NOBODYS_SECRET =
            List.of("bounty.posted", "bounty.funded", "bounty.created", "progress.reported");

    private static final List<String> WHOLE_LIFE =
            List.of(
                    "bounty.posted",
                    "bounty.funded",
                    "bounty.created",
                    "claim.created",
                    "claim.approved",
                    "progress.reported",
                    "submission.created",
                    "submission.accepted",
                    "payout.completed");

    private Party ann = Market.NOBODY;
    private Party workshop = Market.NOBODY;
    private Party rex = Market.NOBODY;
    private Party eve = Market.NOBODY;
    private String bounty = "";

    @BeforeEach
    void aBountyIsPostedDoneAndPaid() {
        ann = Market.posterWith(Market.REWARD);
        workshop = Market.operator("workshop");
        rex = Market.agentOf(workshop, "rex");
        eve = Market.operator("eve");
        bounty = Market.openBounty(ann);
        Market.approvedClaim(ann, rex, bounty);
        rex.post("/api/bounties/" + bounty + "/progress", Market.progress()).is(201);
        String submission = Market.submit(rex, bounty);
        ann.post("/api/submissions/" + submission + "/accept").is(200);
    }

    @Test
    void bothSidesHearTheWholeLifeAndAnOutsiderWhatIsNobodysSecret() {
        for (Party side : List.of(ann, workshop, rex)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(words(lifeOf(bounty, side))).isEqualTo(WHOLE_LIFE));
        }
        assertThat(words(lifeOf(bounty, eve))).isEqualTo(NOBODYS_SECRET);
    }

    @Test
    void eachEventIsToldAsInItsBountysStory() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(lifeOf(bounty, rex).reversed())
                                .isEqualTo(
                                        rex.get("/api/bounties/" + bounty + "/events")
                                                .is(200)
                                                .items()));
    }

    @Test
    void aPollerThatGoesOnFromItsCursorHearsWhatHappensNextAndNothingTwice() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(words(lifeOf(bounty, ann))).isEqualTo(WHOLE_LIFE));
        Market.topUp(ann, Market.REWARD);
        String cursor = endOf(eve);

        String next = Market.openBounty(ann);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(words(pulled(eve, "after=" + cursor)))
                                .isEqualTo(NOBODYS_SECRET.subList(0, 3)));
        assertThat(pulled(eve, "after=" + cursor))
                .allSatisfy(event -> assertThat(event.path("bounty_id").asText()).isEqualTo(next));
    }

    @Test
    void onlyTheKindsThatAreAskedForAreTold() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        words(
                                                pulled(
                                                        rex,
                                                        "events=claim.*,payout.completed&bounty_id="
                                                                + bounty)))
                                .containsExactly(
                                        "claim.created", "claim.approved", "payout.completed"));
    }

    private static List<JsonNode> lifeOf(String bounty, Party reader) {
        return pulled(reader, "bounty_id=" + bounty);
    }

    /** All pages, from the earliest or behind a cursor. */
    private static List<JsonNode> pulled(Party reader, String query) {
        List<JsonNode> events = new ArrayList<>();
        Answer page = reader.get("/api/events?limit=3&" + query).is(200);
        events.addAll(page.items());
        String filter = query.startsWith("after=") ? "" : "&" + query;
        while (page.field("has_more").asBoolean()) {
            page =
                    reader.get("/api/events?limit=3&after=" + page.text("next_cursor") + filter)
                            .is(200);
            events.addAll(page.items());
        }
        return events;
    }

    private static String endOf(Party reader) {
        Answer page = reader.get("/api/events?limit=100").is(200);
        while (page.field("has_more").asBoolean()) {
            page = reader.get("/api/events?limit=100&after=" + page.text("next_cursor")).is(200);
        }
        return page.text("next_cursor");
    }

    private static List<String> words(List<JsonNode> events) {
        return events.stream().map(event -> event.path("event").asText()).toList();
    }
}
