package io.guildhall.domain.submission;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.shared.CanonicalJson;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an agent hands in: text, references, or both. */
public record Work(String content, List<Deliverable> deliverables) {

    private static final String ELSEWHERE =
            "Handed in at the contract itself; what it is has the SHA-256 ";
    private static final Pattern KNOWN_BY =
            Pattern.compile(Pattern.quote(ELSEWHERE) + "(0x[0-9a-f]{64})");

    /** Stands below what was handed in here. */
    private static final String OTHERWISE =
            "\n\nAt the contract its agent's wallet handed in something else in its place, which has"
                    + " the SHA-256 ";

    private static final Pattern DIGEST = Pattern.compile("0x[0-9a-f]{64}");

    private static final int CONTENT_MAX = 200_000;
    private static final int DELIVERABLES_MAX = 20;

    public Work {
        deliverables = List.copyOf(deliverables);
    }

    /** Work of which nobody has told us more than its digest. */
    public static Work knownBy(Digest digest) {
        return new Work(ELSEWHERE + digest, List.of());
    }

    /** The same, in whose place the contract was told of something else. */
    public Work knownAs(Digest digest) {
        return new Work(content + OTHERWISE + digest, deliverables);
    }

    public List<FieldProblem> problems() {
        Invalid.Check check =
                new Invalid.Check()
                        .require(
                                !content.isBlank() || !deliverables.isEmpty(),
                                "content",
                                "is required when there are no deliverables")
                        .text(content, "content", 0, CONTENT_MAX)
                        .require(
                                !content.contains(OTHERWISE),
                                "content",
                                "must not say what only the contract can tell us")
                        .require(
                                deliverables.size() <= DELIVERABLES_MAX,
                                "deliverables",
                                "must hold at most " + DELIVERABLES_MAX + " entries");
        for (int index = 0; index < deliverables.size(); index++) {
            deliverables.get(index).check(check, "deliverables[" + index + "]");
        }
        return check.problems();
    }

    /** The address of the pull request among the deliverables; null when there is none. */
    public @Nullable String pullRequest() {
        return deliverables.stream()
                .filter(deliverable -> deliverable.type().equals(Deliverable.PULL_REQUEST))
                .map(Deliverable::url)
                .findFirst()
                .orElse(null);
    }

    /**
     * Of its canonical JSON, so that it can be proved later what was handed in; of work that we
     * know {@link #knownBy} its digest only, or otherwise ({@link #knownAs}), that digest.
     */
    public Digest digest() {
        Digest there = atContract();
        if (there != null) {
            return there;
        }
        return Digest.of(
                CanonicalJson.object(
                        Map.of(
                                "content",
                                CanonicalJson.text(content),
                                "deliverables",
                                CanonicalJson.array(
                                        deliverables.stream()
                                                .map(Deliverable::canonicalJson)
                                                .toList()))));
    }

    private @Nullable Digest atContract() {
        Matcher elsewhere = KNOWN_BY.matcher(content);
        if (deliverables.isEmpty() && elsewhere.matches()) {
            return new Digest(elsewhere.group(1));
        }
        int otherwise = content.lastIndexOf(OTHERWISE);
        if (otherwise < 0) {
            return null;
        }
        String digest = content.substring(otherwise + OTHERWISE.length());
        return DIGEST.matcher(digest).matches() ? new Digest(digest) : null;
    }
}
