package io.guildhall.domain.notification;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether anything is carried to an endpoint. */
public sealed interface EndpointStatus {

    /**
     * @param failingSince when the first of the deliveries failed that have all failed since; null
     *     when the latest did not
     */
    record Enabled(@Nullable Instant failingSince) implements EndpointStatus {}

    /** What was on its way waits, and what happens meanwhile is not carried to it. */
    record Disabled(Reason reason, Instant at) implements EndpointStatus {}

    /** Why an endpoint is off. */
    enum Reason {
        /** It answered that it is gone for good (410). */
        GONE,
        /** Nothing was taken for days. */
        FAILING,
        BY_OWNER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    default String word() {
        return switch (this) {
            case Enabled _ -> "enabled";
            case Disabled _ -> "disabled";
        };
    }
}
