package io.guildhall.domain.quality;

import io.guildhall.domain.shared.SmallLetters;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Work;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was handed in, read against what was asked for: text that addresses the judge is left out,
 * and what is said in the task's own words is told from what is the agent's own.
 *
 * @param passages the text's blocks, and one for each reference
 * @param own subjects that the task does not have
 * @param facts numbers, identifiers and names that the task does not have
 * @param shared subjects of the task that are spoken of
 */
record Delivered(
        Reading reading,
        List<Passage> passages,
        Set<String> own,
        Set<String> facts,
        Set<String> shared,
        Set<String> links,
        int hashes,
        boolean isAtTheIssue) {

    /**
     * A part of it.
     *
     * @param saysSomething whether it holds more than the task's own words
     */
    record Passage(Set<String> stems, boolean saysSomething) {}

    /** So much of what addresses the judge may be left out without any loss to the rest. */
    private static final int HEAD = Reading.TEXT_MAX * 4 / 3;

    static Delivered of(Work work, Asked asked, String issueUrl) {
        Reading reading = Reading.of(JudgeAddress.leftOut(Reading.head(work.content(), HEAD)));
        Set<String> links = new LinkedHashSet<>(Reading.links(reading.text()));
        List<Passage> passages = new ArrayList<>();
        Set<String> own = new HashSet<>();
        Set<String> facts = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Reading.Block block : reading.blocks()) {
            passages.add(passage(block.tokens(), asked, false, own, facts, shared));
        }
        int hashes = 0;
        for (Deliverable deliverable : work.deliverables()) {
            links.add(deliverable.url());
            hashes += deliverable.contentHash() == null ? 0 : 1;
            String said =
                    JudgeAddress.leftOut(deliverable.label()) + "\n" + path(deliverable.url());
            passages.add(passage(Reading.of(said).tokens(), asked, true, own, facts, shared));
        }
        boolean atTheIssue =
                !issueUrl.isEmpty()
                        && links.stream().anyMatch(link -> place(link).equals(place(issueUrl)));
        return new Delivered(
                reading,
                List.copyOf(passages),
                Set.copyOf(own),
                Set.copyOf(facts),
                Set.copyOf(shared),
                Set.copyOf(links),
                hashes,
                atTheIssue);
    }

    int words() {
        return reading.tokens().size();
    }

    boolean isEmpty() {
        return words() == 0 && links.isEmpty();
    }

    private static Passage passage(
            List<Token> tokens,
            Asked asked,
            boolean isReference,
            Set<String> own,
            Set<String> facts,
            Set<String> shared) {
        Set<String> stems = new HashSet<>();
        Set<String> news = new HashSet<>();
        int numbersAndNames = 0;
        for (Token token : tokens) {
            if (!token.isSubject() && !(asked.isTiny() && token.isYesOrNo())) {
                continue;
            }
            stems.add(token.stem());
            for (String part : token.partStems()) {
                stems.add(part);
                if (asked.subjects().contains(part)) {
                    shared.add(part);
                }
            }
            if (asked.subjects().contains(token.stem())) {
                shared.add(token.stem());
            } else {
                own.add(token.stem());
                news.add(token.stem());
                if (token.isSpecific()) {
                    facts.add(token.stem());
                    numbersAndNames++;
                }
            }
        }
        return new Passage(stems, isReference || numbersAndNames > 0 || news.size() >= 2);
    }

    /** The words of an address say what lies there. */
    private static String path(String url) {
        try {
            String path = URI.create(url).getPath();
            return path == null ? "" : path.replace('/', ' ').replace('-', ' ').replace('.', ' ');
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The host and the first two folders: a repository, where it is one. */
    private static String place(String url) {
        String[] parts = SmallLetters.of(url).split("/", -1);
        return parts.length < 5 ? url : parts[2] + "/" + parts[3] + "/" + parts[4];
    }
}
