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
import java.util.Map;

/** One line of the sample file, as the bounty it is posted as. */
record Sample(
        int number,
        boolean isBid,
        boolean isFirstCome,
        long rewardCents,
        Map<String, Object> posting) {

    static List<Sample> readAll(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                samples.add(of(samples.size(), json.readTree(line)));
            }
        }
        return samples;
    }

    String title() {
        return String.valueOf(posting.get("title"));
    }

    private static Sample of(int number, JsonNode line) {
        String policy = line.get("claim_policy").asText();
        long rewardCents = line.get("reward").get("amount_cents").asLong();
        Map<String, Object> posting = new LinkedHashMap<>();
        posting.put("title", line.get("title").asText());
        posting.put("description", line.get("body_markdown").asText());
        posting.put("acceptance_criteria", line.get("acceptance_criteria"));
        posting.put("category", line.get("category").asText());
        posting.put("capabilities", line.get("capabilities"));
        posting.put("reward_cents", rewardCents);
        posting.put("currency", "usd");
        posting.put("claim_policy", policy.equals("FIRST_COME") ? "first_come" : "approval");
        posting.put(
                "deadline",
                Instant.now().plus(line.get("deadline_days").asInt(), ChronoUnit.DAYS).toString());
        posting.put("issue_url", line.get("issue_url").asText());
        return new Sample(
                number, policy.equals("BID"), policy.equals("FIRST_COME"), rewardCents, posting);
    }
}
