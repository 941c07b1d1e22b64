package io.guildhall.rest.openbounty;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Slice;
import io.guildhall.rest.problem.BadRequestException;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.PlainIds;
import io.guildhall.wire.openbounty.EventWords;
import io.guildhall.wire.time.IsoTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands query parameters, and remembers those it cannot understand, so that one answer names
 * them all. An empty parameter counts as one not sent.
 */
public final class QueryReader {

    private static final int LIMIT_DEFAULT = 20;
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int EVENTS_MAX = 100;

    private final List<FieldProblem> problems = new ArrayList<>();

    public @Nullable String text(String name, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.indexOf('\0') >= 0) {
            problem(name, "must not hold a null character");
            return null;
        }
        if (given.length() > TEXT_LENGTH_MAX) {
            problem(name, "must be at most " + TEXT_LENGTH_MAX + " characters long");
            return null;
        }
        return given.strip();
    }

    public @Nullable Boolean flag(String name, @Nullable String given) {
        String text = text(name, given);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                problem(name, "must be true or false");
                yield null;
            }
        };
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> @Nullable E word(
            String name, @Nullable String given, Class<E> words) {
        String text = text(name, given);
        if (text == null) {
            return null;
        }
        List<String> known = new ArrayList<>();
        for (E constant : words.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
            known.add(constant.name().toLowerCase(Locale.ROOT));
        }
        problem(name, "must be one of " + String.join(", ", known));
        return null;
    }

    public @Nullable Instant instant(String name, @Nullable String given) {
        String text = text(name, given);
        if (text == null) {
            return null;
        }
        Optional<Instant> time = IsoTimes.time(text);
        if (time.isEmpty()) {
            problem(name, IsoTimes.A_TIME);
        }
        return time.orElse(null);
    }

    public @Nullable Long wholeNumber(String name, @Nullable String given) {
        String text = text(name, given);
        if (text == null) {
            return null;
        }
        Optional<Long> number = number(text).filter(value -> value >= 0);
        if (number.isEmpty()) {
            problem(name, "must be a whole number from 0");
        }
        return number.orElse(null);
    }

    /** An id in this door's dress. */
    public @Nullable UUID id(String name, @Nullable String given, Dress dress) {
        String text = text(name, given);
        if (text == null) {
            return null;
        }
        Optional<UUID> id = dress.off(text);
        if (id.isEmpty()) {
            problem(name, "must be an id that begins with " + dress.prefix());
        }
        return id.orElse(null);
    }

    /** An id that must be given, as the doors have it that dress none. */
    public @Nullable UUID neededId(String name, @Nullable String given) {
        if (text(name, given) == null
                && problems.stream().noneMatch(known -> known.field().equals(name))) {
            problem(name, "is required");
            return null;
        }
        return plainId(name, given);
    }

    /** An id as the doors have it that dress none. */
    public @Nullable UUID plainId(String name, @Nullable String given) {
        String text = text(name, given);
        if (text == null) {
            return null;
        }
        Optional<UUID> id = PlainIds.read(text);
        if (id.isEmpty()) {
            problem(name, "must be an id such as 01890a5d-ac96-774b-bcce-b302099a8057");
        }
        return id.orElse(null);
    }

    /**
     * Kinds of events by their words, or by families such as {@code claim.*}, with commas between.
     *
     * @return the words that are meant; empty when nothing was given
     */
    public SortedSet<String> events(String name, @Nullable String given) {
        SortedSet<String> words = new TreeSet<>();
        if (given == null || given.isBlank()) {
            return words;
        }
        for (String asked : given.split(",", EVENTS_MAX + 1)) {
            SortedSet<String> meant = EventWords.named(asked.strip());
            if (meant.isEmpty()) {
                problem(
                        name,
                        "must be events with commas between, each one of "
                                + String.join(", ", EventWords.ALL)
                                + ", or a family such as claim.*");
                return words;
            }
            words.addAll(meant);
        }
        return words;
    }

    /** How many items a page holds. */
    public int limit(@Nullable String given) {
        String text = text("limit", given);
        if (text == null) {
            return LIMIT_DEFAULT;
        }
        Optional<Long> limit =
                number(text).filter(value -> value >= 1 && value <= PageRequest.LIMIT_MAX);
        if (limit.isEmpty()) {
            problem("limit", "must be a whole number from 1 to " + PageRequest.LIMIT_MAX);
            return LIMIT_DEFAULT;
        }
        return Math.toIntExact(limit.get());
    }

    /** How many items are passed over; a list is not walked that way to its far end. */
    public int offset(@Nullable String given) {
        String text = text("offset", given);
        if (text == null) {
            return 0;
        }
        Optional<Long> offset =
                number(text).filter(value -> value >= 0 && value <= Slice.OFFSET_MAX);
        if (offset.isEmpty()) {
            problem(
                    "offset",
                    "must be a whole number from 0 to "
                            + Slice.OFFSET_MAX
                            + "; further on, hand next_cursor back as cursor");
            return 0;
        }
        return Math.toIntExact(offset.get());
    }

    public @Nullable Position cursor(@Nullable String given, Sort sort) {
        String text = text("cursor", given);
        if (text == null) {
            return null;
        }
        Optional<Position> position = Cursor.position(text);
        if (position.isEmpty()) {
            problem("cursor", "must be the next_cursor of an earlier answer, unchanged");
            return null;
        }
        if (position.get().sort() != sort) {
            problem("cursor", "belongs to another sort; begin again without a cursor");
            return null;
        }
        return position.get();
    }

    /**
     * @throws BadRequestException naming every parameter that was not understood
     */
    public void orThrow() {
        if (!problems.isEmpty()) {
            throw new BadRequestException(problems);
        }
    }

    /** For what only the caller of this can judge. */
    public void problem(String name, String message) {
        problems.add(new FieldProblem(name, message));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
