package io.guildhall.persistence.shared;

import java.sql.SQLException;

/** A statement that the database refused for a reason that only a bug explains. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
