package io.guildhall.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.demo.Parties.Poster;
import io.guildhall.bootstrap.demo.Parties.Worker;
import io.guildhall.bootstrap.demo.Tally.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** The life of one sample, from its posting to its end; its number decides which turns it takes. */
final class Story {

    private static final int ASKING_AGENTS = 3;

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

    void live() {
        String bounty = post();
        if (every(20, 7)) {
            return;
        }
        if (every(16, 3)) {
            poster.door()
                    .post(
                            "/api/bounties/" + bounty + "/cancel",
                            Map.of("reason", "requirements_changed"));
            tally.count(Event.CANCELLED);
            return;
        }
        Given given = giveTo(bounty, sample.number());
        if (every(20, 11)) {
            return;
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
                poster.door().post("/api/bounties/" + id + "/fund", Map.of());
            }
            return id;
        }
    }

    private record Given(Worker worker, String claim) {}

    private Given giveTo(String bounty, int firstAgent) {
        return sample.isFirstCome() ? race(bounty, firstAgent) : askForApproval(bounty, firstAgent);
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
        String claim =
                first.door()
                        .post(
                                claims(bounty),
                                Map.of(
                                        "cover_letter",
                                        "I have done the like before and can start now."))
                        .get("id")
                        .asText();
        tally.count(Event.CLAIMED);
        if (every(3, 0)) {
            parties.agent(firstAgent + 1)
                    .door()
                    .post(claims(bounty), Map.of("cover_letter", "I can do it, too."));
            tally.count(Event.CLAIMED);
        }
        poster.door().post("/api/claims/" + claim + "/approve", Map.of());
        return new Given(first, claim);
    }

    private void work(String bounty, Given given) {
        String submission = submit(bounty, given, 1);
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
            submission = submit(bounty, given, 3);
        }
        poster.door().post("/api/submissions/" + submission + "/accept", Map.of());
        tally.count(Event.PAID);
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
                                "/api/bounties/" + bounty + "/submissions",
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

    private static String claims(String bounty) {
        return "/api/bounties/" + bounty + "/claims";
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
