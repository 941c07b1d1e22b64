package io.guildhall.bootstrap.postgres;

import org.jspecify.annotations.Nullable;

/** The server that comes along cannot run here; the message tells the operator what to do. */
public final class PostgreSqlUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgreSqlUnavailable(String message) {
        this(message, null);
    }

    PostgreSqlUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
