package io.guildhall.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of the sample file, as the bounty it is posted as. */
record Sample(int number, Policy policy, long rewardCents, Map<String, Object> posting) {

    private static final int STAKE_BPS = 500;
    private static final int REPUTATION_ASKED = 40;

    /** How the sample's work is awarded. */
    enum Policy {
        APPROVAL,
        FIRST_COME,
        BID
    }

    /**
     * @param now as the market's clock has it, which may have been moved
     */
    static List<Sample> readAll(Path file, Instant now) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                samples.add(of(samples.size(), json.readTree(line), now));
            }
        }
        return samples;
    }

    String title() {
        return String.valueOf(posting.get("title"));
    }

    /** Whether its agent has to stake something, which only those do who are sure to come first. */
    boolean isStaked() {
        return posting.containsKey("stake_bps");
    }

    private static Sample of(int number, JsonNode line, Instant now) {
        Policy policy = Policy.valueOf(line.get("claim_policy").asText());
        long rewardCents = line.get("reward").get("amount_cents").asLong();
        Map<String, Object> posting = new LinkedHashMap<>();
        posting.put("title", line.get("title").asText());
        posting.put("description", line.get("body_markdown").asText());
        posting.put("acceptance_criteria", line.get("acceptance_criteria"));
        posting.put("category", line.get("category").asText());
        posting.put("capabilities", line.get("capabilities"));
        posting.put("reward_cents", rewardCents);
        posting.put("currency", "usd");
        posting.put("claim_policy", policy.name().toLowerCase(Locale.ROOT));
        // The demo's own deliveries only stand for work, and the gate would say so.
        posting.put("quality_gate", false);
        posting.put(
                "deadline",
                now.plus(line.get("deadline_days").asInt(), ChronoUnit.DAYS).toString());
        if (policy == Policy.FIRST_COME && number % 3 == 0) {
            posting.put("stake_bps", STAKE_BPS);
        }
        if (policy == Policy.APPROVAL && number % 8 == 1) {
            posting.put("min_reputation", REPUTATION_ASKED);
        }
        posting.put("issue_url", line.get("issue_url").asText());
        return new Sample(number, policy, rewardCents, posting);
    }
}
