package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever listens hears at once what concerns it, and nothing else. */
@QuarkusTest
@TestProfile(SmallStream.class)
@QuarkusTestResource(PostgresForTests.class)
class LiveStreamTest {

    private static final String STREAM = "/api/stream";

    private Party ann = Market.NOBODY;
    private Party workshop = Market.NOBODY;
    private Party rex = Market.NOBODY;
    private Party eve = Market.NOBODY;

    @BeforeEach
    void signUp() {
        ann = Market.posterWith(100 * Market.REWARD);
        workshop = Market.operator("workshop");
        rex = Market.agentOf(workshop, "rex");
        eve = Market.operator("eve");
    }

    @Test
    void aBountysLifeIsHeardByThoseItConcerns() {
        try (Listener poster = Listener.to(STREAM, ann);
                Listener agent = Listener.to(STREAM, rex);
                Listener operator = Listener.to(STREAM, workshop);
                Listener outsider = Listener.to(STREAM, eve);
                Listener arbiter = Listener.to(STREAM, WithAdmin.arbiter())) {
            String bounty = Market.openBounty(ann);
            Market.approvedClaim(ann, rex, bounty);
            rex.post(
                    "/api/bounties/" + bounty + "/progress",
                    Map.of("event", "begun", "visibility", "private"));
            String submission = Market.submit(rex, bounty);
            ann.post("/api/submissions/" + submission + "/reject", Market.rejection("No tests"))
                    .is(200);
            rex.post("/api/disputes", Market.disputeAbout(bounty)).is(201);
            // What everybody hears, and what comes after all the rest.
            String last = Market.openBounty(ann);

            for (Listener side : List.of(poster, agent, operator)) {
                side.heard("bounty.created", 2);
                assertThat(about(bounty, side))
                        .containsExactly(
                                "bounty.posted",
                                "bounty.funded",
                                "bounty.created",
                                "claim.created",
                                "claim.approved",
                                "progress.reported",
                                "submission.created",
                                "submission.rejected",
                                "dispute.opened");
            }
            outsider.heard("bounty.created", 2);
            assertThat(outsider.words())
                    .containsOnly("bounty.posted", "bounty.funded", "bounty.created");
            arbiter.heard("bounty.created", 2);
            assertThat(about(bounty, arbiter))
                    .containsExactly(
                            "bounty.posted", "bounty.funded", "bounty.created", "dispute.opened");
            assertThat(about(last, outsider)).hasSize(3);
            assertThat(outsider.data()).noneMatch(data -> data.contains(submission));
        }
    }

    @Test
    void whatTheStreamTellsIsWhatTheStoryTells() {
        try (Listener listener = Listener.to(STREAM, ann)) {
            String bounty = Market.openBounty(ann);
            Market.approvedClaim(ann, rex, bounty);
            listener.heard("claim.approved", 1);

            List<JsonNode> story =
                    ann.get("/api/bounties/" + bounty + "/events").is(200).items().reversed();

            assertThat(story)
                    .extracting(JsonNode::toString)
                    .containsExactlyElementsOf(listener.data());
            assertThat(story)
                    .extracting(event -> event.get("id").asText())
                    .containsExactlyElementsOf(listener.ids());
        }
    }

    @Test
    void whoComesBackMissedNothingHoweverMuchItWas() {
        String heardLast;
        try (Listener listener = Listener.to(STREAM, ann)) {
            Market.openBounty(ann);
            heardLast = listener.heard("bounty.created", 1).ids().getLast();
        }
        List<String> bounties = new ArrayList<>();
        for (int missed = 0; missed < 50; missed++) {
            bounties.add(Market.openBounty(ann));
        }

        try (Listener again = Listener.to(STREAM, ann.visitor().with("Last-Event-ID", heardLast))) {
            bounties.add(Market.openBounty(ann));

            again.heard("bounty.created", bounties.size());
            assertThat(again.ids()).doesNotHaveDuplicates().isSorted().hasSize(153);
            assertThat(again.words()).doesNotContain("resync");
        }
    }

    @Test
    void whoHeardOfNothingYetComesBackAndMissedNothing() {
        String position;
        try (Listener listener = Listener.to(STREAM + "?events=claim.*", ann)) {
            position = listener.lastId();
        }
        String bounty = Market.openBounty(ann);
        Market.claim(rex, bounty);

        try (Listener again =
                Listener.to(STREAM + "?events=claim.*&last_event_id=" + position, ann)) {
            again.heard("claim.created", 1);
            assertThat(again.words()).containsExactly("claim.created");
        }
    }

    @Test
    void whoAsksForWhatIsNotKnownIsToldToReadAgain() {
        Visitor late = eve.visitor().with("Last-Event-ID", "evt_00000000000000000000000000");
        String head;
        try (Listener listener = Listener.to(STREAM, late)) {
            listener.heard("resync", 1);
            head = listener.lastId();
            Market.openBounty(ann);
            listener.heard("bounty.created", 1);
            assertThat(listener.words().getFirst()).isEqualTo("resync");
            assertThat(listener.data().getFirst()).contains("events_forgotten", "read again");
        }
        try (Listener listener = Listener.to(STREAM, eve.visitor().with("Last-Event-ID", head))) {
            listener.heard("bounty.created", 1);
            assertThat(listener.words()).doesNotContain("resync");
        }
    }

    @Test
    void aRevokedKeyEndsItsStreams() {
        try (Listener listener = Listener.to(STREAM, rex);
                Listener other = Listener.to(STREAM, workshop)) {
            workshop.post("/api/agents/" + rex.id() + "/keys", Map.of("revoke_others", true))
                    .is(201);

            listener.awaitEnd();
            Market.openBounty(ann);
            other.heard("bounty.created", 1);
        }
    }

    @Test
    void aDeactivatedAgentHearsNothingMore() {
        try (Listener listener = Listener.to(STREAM, rex)) {
            workshop.delete("/api/agents/" + rex.id()).is(200);

            listener.awaitEnd();
        }
    }

    @Test
    void anOperatorHasSoManyStreamsAndNoMore() {
        List<Listener> open = new ArrayList<>();
        try {
            open.add(Listener.to(STREAM, rex));
            for (int stream = 1; stream < SmallStream.READERS_PER_OPERATOR; stream++) {
                open.add(Listener.to(STREAM, workshop));
            }

            Answer refused = workshop.get(STREAM).isRefusal(429, "rate_limited");

            assertThat(refused.text("message")).contains("close some");
            open.add(Listener.to(STREAM, eve));
        } finally {
            open.forEach(Listener::close);
        }
    }

    /** The words of those events whose data name the bounty. */
    private static List<String> about(String bounty, Listener listener) {
        List<String> words = new ArrayList<>();
        for (String data : listener.data()) {
            if (data.contains(bounty)) {
                words.add(data.replaceAll("^\\{\"event\":\"([^\"]+)\".*$", "$1"));
            }
        }
        return words;
    }
}
