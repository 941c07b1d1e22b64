package io.guildhall.domain.payee;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an operator's account at the rail is. */
public sealed interface PayeeStatus {

    /** We mean to open it; the rail may not know of it yet. */
    record Requested() implements PayeeStatus {}

    /**
     * The rail pays nothing out to it yet, or any more.
     *
     * @param required what the rail still wants to know, in its own words
     * @param reason why it pays nothing, in its own words; null when it has not looked yet
     */
    record Incomplete(List<String> required, @Nullable String reason) implements PayeeStatus {

        public Incomplete {
            required = List.copyOf(required);
        }
    }

    /** The rail pays out to it. */
    record Payable() implements PayeeStatus {}

    default String word() {
        return switch (this) {
            case Requested _ -> "requested";
            case Incomplete _ -> "incomplete";
            case Payable _ -> "payable";
        };
    }
}
