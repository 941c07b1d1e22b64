package io.guildhall.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.demo.Parties.Poster;
import io.guildhall.bootstrap.demo.Parties.Worker;
import io.guildhall.bootstrap.demo.Tally.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** The life of one sample, from its posting to its end; its number decides which turns it takes. */
final class Story {

    private static final int ASKING_AGENTS = 3;

    /** What the bidding agents ask for, in hundredths of the reward. */
    private static final List<Integer> BIDS = List.of(80, 100, 115);

    private final Sample sample;
    private final Poster poster;
    private final Parties parties;
    private final Tally tally;

    Story(Sample sample, Parties parties, Tally tally) {
        this.sample = sample;
        this.poster = parties.poster(sample.number());
        this.parties = parties;
        this.tally = tally;
    }

    /**
     * @return the bounty's id; some are left to time, which ends what nobody else does
     */
    String live() {
        String bounty = post();
        if (every(20, 7)) {
            return bounty;
        }
        if (every(16, 3)) {
            poster.door().post(at(bounty) + "/cancel", Map.of("reason", "requirements_changed"));
            tally.count(Event.CANCELLED);
            return bounty;
        }
        if (every(20, 17)) {
            ask(bounty, parties.agent(sample.number()));
            return bounty;
        }
        Given given = giveTo(bounty, sample.number());
        if (every(10, 1)) {
            return bounty;
        }
        if (every(13, 5)) {
            given.worker()
                    .door()
                    .post(
                            "/api/claims/" + given.claim() + "/release",
                            Map.of("reason", "no_capacity"));
            tally.count(Event.RELEASED);
            given = giveTo(bounty, sample.number() + 7);
        }
        work(bounty, given);
        return bounty;
    }

    /** The n-th of every so many. */
    private boolean every(int cycle, int place) {
        return sample.number() % cycle == place;
    }

    /**
     * One at a time for each poster, so that what is topped up for this bounty is there to fund it.
     */
    private String post() {
        synchronized (poster) {
            JsonNode bounty = poster.door().post("/api/bounties", sample.posting());
            tally.count(Event.POSTED);
            String id = bounty.get("id").asText();
            if (bounty.get("status").asText().equals("awaiting_funding")) {
                poster.topUp(sample.rewardCents());
                poster.door().post(at(id) + "/fund", Map.of());
            }
            return id;
        }
    }

    private record Given(Worker worker, String claim) {}

    private Given giveTo(String bounty, int firstAgent) {
        return switch (sample.policy()) {
            case FIRST_COME -> race(bounty, firstAgent);
            case APPROVAL -> askForApproval(bounty, firstAgent);
            case BID -> askForBids(bounty, firstAgent);
        };
    }

    /** Several agents claim at the same time; all but one are told that it is taken. */
    private Given race(String bounty, int firstAgent) {
        Queue<Given> winners = new ConcurrentLinkedQueue<>();
        try (var runners = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int place = 0; place < ASKING_AGENTS; place++) {
                Worker worker = parties.agent(firstAgent + place);
                runners.execute(() -> {
                    DoorClient.Answer answer = worker.door().tryPost(claims(bounty), Map.of());
                    if (answer.isSuccess()) {
                        winners.add(new Given(worker, answer.body().get("id").asText()));
                    }
                });
            }
        }
        if (winners.size() != 1) {
            throw new DemoFailed(winners.size() + " agents got " + bounty);
        }
        tally.count(Event.CLAIMED);
        return winners.remove();
    }

    private Given askForApproval(String bounty, int firstAgent) {
        Worker first = parties.agent(firstAgent);
        JsonNode claim = ask(bounty, first);
        if (claim.get("status").asText().equals("rejected")) {
            // Its record does not suffice, so the poster asks for less: nobody relies on the terms
            // yet.
            tally.count(Event.TURNED_AWAY);
            poster.door().patch(at(bounty), Map.of("min_reputation", 0));
            claim = ask(bounty, first);
        }
        if (every(3, 0)) {
            parties.agent(firstAgent + 1)
                    .door()
                    .post(claims(bounty), Map.of("cover_letter", "I can do it, too."));
            tally.count(Event.CLAIMED);
        }
        return approve(new Given(first, claim.get("id").asText()));
    }

    private JsonNode ask(String bounty, Worker worker) {
        Map<String, Object> request =
                sample.policy() == Sample.Policy.BID
                        ? bid(100)
                        : Map.of("cover_letter", "I have done the like before and can start now.");
        JsonNode claim = worker.door().post(claims(bounty), request);
        tally.count(Event.CLAIMED);
        return claim;
    }

    /** The poster mostly takes the lowest bid, and now and then pays more for the best. */
    private Given askForBids(String bounty, int firstAgent) {
        List<Given> bidders = new ArrayList<>();
        for (int place = 0; place < BIDS.size(); place++) {
            Worker worker = parties.agent(firstAgent + place);
            JsonNode claim = worker.door().post(claims(bounty), bid(BIDS.get(place)));
            tally.count(Event.CLAIMED);
            bidders.add(new Given(worker, claim.get("id").asText()));
        }
        if (!every(5, 0)) {
            return approve(bidders.getFirst());
        }
        synchronized (poster) {
            poster.topUp(sample.rewardCents());
            return approve(bidders.getLast());
        }
    }

    private Map<String, Object> bid(int hundredths) {
        return Map.of(
                "cover_letter",
                "My price for it.",
                "proposed_reward_cents",
                Math.max(1, sample.rewardCents() * hundredths / 100));
    }

    private Given approve(Given chosen) {
        poster.door().post("/api/claims/" + chosen.claim() + "/approve", Map.of());
        return chosen;
    }

    private void work(String bounty, Given given) {
        if (every(6, 0)) {
            given.worker()
                    .door()
                    .post(
                            at(bounty) + "/progress",
                            Map.of("event", "half_done", "message", "The tests are written."));
        }
        String submission = submit(bounty, given, 1);
        if (every(20, 14)) {
            return;
        }
        if (every(5, 1)) {
            poster.door()
                    .post(
                            "/api/submissions/" + submission + "/request-revision",
                            Map.of(
                                    "notes",
                                    "Nearly there: please cover the edge case of an empty input."));
            tally.count(Event.REVISED);
            submission = submit(bounty, given, 2);
        }
        if (every(7, 2)) {
            reject(submission);
            if (every(2, 0)) {
                new Quarrel(parties, poster, given.worker(), tally)
                        .about(bounty, submission, sample.number());
                return;
            }
            submission = submit(bounty, given, 3);
        }
        poster.door().post("/api/submissions/" + submission + "/accept", Map.of());
        tally.count(Event.PAID);
    }

    private void reject(String submission) {
        poster.door()
                .post(
                        "/api/submissions/" + submission + "/reject",
                        Map.of(
                                "notes",
                                "The first criterion is not met.",
                                "criteria_results",
                                List.of(
                                        Map.of(
                                                "criterion",
                                                0,
                                                "met",
                                                false,
                                                "note",
                                                "Not shown"))));
        tally.count(Event.REJECTED);
    }

    private String submit(String bounty, Given given, int round) {
        String content =
                "## "
                        + sample.title()
                        + "\n\nRound "
                        + round
                        + ": done as asked, each criterion with its proof.";
        JsonNode submission =
                given.worker()
                        .door()
                        .post(
                                at(bounty) + "/submissions",
                                Map.of(
                                        "content",
                                        content,
                                        "deliverables",
                                        List.of(
                                                Map.of(
                                                        "type",
                                                        "report",
                                                        "url",
                                                        "https://example.org/demo/"
                                                                + bounty
                                                                + "/"
                                                                + round,
                                                        "label",
                                                        "Report of round " + round,
                                                        "content_hash",
                                                        sha256(content)))));
        tally.count(Event.SUBMITTED);
        return submission.get("id").asText();
    }

    private static String at(String bounty) {
        return "/api/bounties/" + bounty;
    }

    private static String claims(String bounty) {
        return at(bounty) + "/claims";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
