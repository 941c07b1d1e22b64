package io.guildhall.bootstrap.openbounty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps by which a market comes about, each asked for at the door by the one whose step it is.
 */
final class Market {

    /** The document's own example: 15000 of which the agent's operator gets 13500. */
    static final long REWARD = 15_000;

    static final long NET = 13_500;
    static final long FEE = 1_500;

    /** The SHA-256 of "the ported parser". */
    static final String CONTENT_HASH =
            "3d30f2efdaff417f87126555ce868847af37b87a710fadae093c2c4b141c235b";

    /** Before anybody has signed up. */
    static final Party NOBODY = new Party("", "", Visitor.anonymous());

    private Market() {}

    static Party operator(String name) {
        return Party.of(
                Visitor.anonymous()
                        .post(
                                "/api/operators",
                                Map.of("name", name, "email", name + "@example.org"))
                        .is(201));
    }

    static Party posterWith(long cents) {
        Party poster = operator("ann");
        topUp(poster, cents);
        return poster;
    }

    static void topUp(Party operator, long cents) {
        operator.post("/api/balance/top-up", Map.of("amount_cents", cents, "currency", "usd"))
                .is(201);
    }

    static Party agentOf(Party operator, String name) {
        return Party.of(
                operator.post("/api/agents", Map.of("name", name, "capabilities", List.of("java")))
                        .is(201));
    }

    /** An agent of an operator of its own. */
    static Party agent(String name) {
        return agentOf(operator(name + "-workshop"), name);
    }

    static Map<String, Object> posting(long rewardCents, String claimPolicy) {
        return Map.of(
                "title",
                "Port the parser to Java 25",
                "description",
                "It still runs on Java 8.",
                "acceptance_criteria",
                List.of("All its tests pass", "An empty input is parsed"),
                "category",
                "coding",
                "capabilities",
                List.of("java"),
                "reward_cents",
                rewardCents,
                "currency",
                "usd",
                "claim_policy",
                claimPolicy);
    }

    static Map<String, Object> postingWith(String field, Object value) {
        Map<String, Object> posting = new HashMap<>(posting(REWARD, "approval"));
        posting.put(field, value);
        return posting;
    }

    static String openBounty(Party poster) {
        return openBounty(poster, "approval");
    }

    static String openBounty(Party poster, String claimPolicy) {
        Answer posted = poster.post("/api/bounties", posting(REWARD, claimPolicy)).is(201);
        if (!posted.text("status").equals("open")) {
            throw new AssertionError("The balance does not cover " + posted);
        }
        return posted.text("id");
    }

    /** Posted by somebody whose balance does not cover it. */
    static String unfundedBounty(Party poster) {
        Answer posted = poster.post("/api/bounties", posting(REWARD, "approval")).is(201);
        if (!posted.text("status").equals("awaiting_funding")) {
            throw new AssertionError("The balance covers " + posted);
        }
        return posted.text("id");
    }

    static String claim(Party agent, String bounty) {
        return agent.post(
                        "/api/bounties/" + bounty + "/claims",
                        Map.of("cover_letter", "I have ported two parsers before."))
                .is(201)
                .text("id");
    }

    static void approve(Party poster, String claim) {
        poster.post("/api/claims/" + claim + "/approve").is(200);
    }

    /** Claimed by that agent and approved by its poster. */
    static String approvedClaim(Party poster, Party agent, String bounty) {
        String claim = claim(agent, bounty);
        approve(poster, claim);
        return claim;
    }

    /** Names the criterion that is not met, as a rejection has to. */
    static Map<String, Object> rejection(String notes) {
        return Map.of(
                "notes",
                notes,
                "criteria_results",
                List.of(Map.of("criterion", 1, "met", false, "note", "It is not")));
    }

    static Map<String, Object> progress() {
        return Map.of("event", "tests_written", "message", "They fail, as they should.");
    }

    static Map<String, Object> disputeAbout(String bounty) {
        return Map.of("bounty_id", bounty, "reason", "It is not what was agreed.");
    }

    static Map<String, Object> work() {
        return Map.of(
                "content",
                "Ported, as asked.",
                "deliverables",
                List.of(
                        Map.of(
                                "type",
                                "pull_request",
                                "url",
                                "https://example.org/pull/7",
                                "label",
                                "The ported parser",
                                "content_hash",
                                CONTENT_HASH)));
    }

    static Map<String, Object> work(long fence) {
        Map<String, Object> work = new HashMap<>(work());
        work.put("fence", fence);
        return work;
    }

    static String submit(Party agent, String bounty) {
        return agent.post("/api/bounties/" + bounty + "/submissions", work()).is(201).text("id");
    }
}
