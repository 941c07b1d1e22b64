package io.guildhall.bootstrap.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one channel told, in the order in which it was told. */
public final class Heard {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String channel;
    private final Map<String, JsonNode> firstTold = new LinkedHashMap<>();
    private final List<String> changed = new ArrayList<>();
    private final List<Long> latenciesMicros = new ArrayList<>();
    private long told;

    Heard(String channel) {
        this.channel = channel;
    }

    /** An event's JSON; told again, it must be the same. */
    synchronized void hear(String payload) {
        JsonNode event = read(payload);
        told++;
        Instant happened = Instant.parse(event.required("timestamp").asText());
        latenciesMicros.add(ChronoUnit.MICROS.between(happened, Instant.now()));
        JsonNode before = firstTold.putIfAbsent(event.required("id").asText(), event);
        if (before != null && !before.equals(event)) {
            changed.add(before + " became " + event);
        }
    }

    String channel() {
        return channel;
    }

    /** How often anything was told, repetitions included. */
    public synchronized long told() {
        return told;
    }

    /** How long each took, from when it was about to be committed. */
    public synchronized long[] latenciesMicros() {
        return latenciesMicros.stream().mapToLong(Long::longValue).toArray();
    }

    public synchronized void forgetLatencies() {
        latenciesMicros.clear();
    }

    synchronized List<String> payloads() {
        return firstTold.values().stream().map(JsonNode::toString).toList();
    }

    public synchronized int count() {
        return firstTold.size();
    }

    synchronized boolean has(String event) {
        return firstTold.containsKey(event);
    }

    /** In the order of their first telling. */
    synchronized List<String> ids() {
        return List.copyOf(firstTold.keySet());
    }

    synchronized List<String> toldDifferently() {
        return List.copyOf(changed);
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + payload, e);
        }
    }
}
