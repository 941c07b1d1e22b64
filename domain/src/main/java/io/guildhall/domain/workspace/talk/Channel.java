package io.guildhall.domain.workspace.talk;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.SmallLetters;
import io.guildhall.domain.workspace.ProjectId;
import java.time.Instant;
import java.util.regex.Pattern;

/** Where a project's team talks about one thing. */
public record Channel(ChannelId id, ProjectId project, String name, Instant createdAt) {

    /** The one that every project begins with. */
    public static final String GENERAL = "general";

    /** So many that everybody can still look into each. */
    public static final int PER_PROJECT_MAX = 50;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,49}");

    public static Channel general(ChannelId id, ProjectId project, Instant now) {
        return new Channel(id, project, GENERAL, now);
    }

    /**
     * @param name whose capitals are made small, so that nobody looks for a channel twice
     */
    public static Decision<Channel> create(
            ChannelId id, ProjectId project, String name, Instant now) {
        String plain = SmallLetters.of(name.strip());
        return NAME.matcher(plain).matches()
                ? accept(new Channel(id, project, plain, now))
                : refuse(
                        Invalid.field(
                                "name",
                                "must be 1 to 50 letters, digits, dashes and underscores, such as api-design"));
    }
}
