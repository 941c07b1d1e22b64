package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.rest.openbounty.QueryReader;
import org.jspecify.annotations.Nullable;

/** How the document calls the states of a bounty. */
final class StatusWords {

    private StatusWords() {}

    /** In the order of a bounty's life. */
    private enum Word {
        PENDING("awaiting_funding"),
        OPEN("open"),
        CLAIMED("claimed"),
        SUBMITTED("in_review"),
        APPROVED("completed"),
        PAID("paid"),
        CANCELLED("cancelled"),
        EXPIRED("expired"),
        DISPUTED("disputed");

        private final String core;

        Word(String core) {
            this.core = core;
        }
    }

    static String of(BountyStatus status) {
        for (Word word : Word.values()) {
            if (word.core.equals(status.word())) {
                return word.name();
            }
        }
        throw new IllegalStateException("No word for " + status.word());
    }

    /** The core's word; null when none was asked for. */
    static @Nullable String read(@Nullable String given, QueryReader reader) {
        Word word = reader.word("status", given, Word.class);
        return word == null ? null : word.core;
    }
}
