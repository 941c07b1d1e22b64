package io.guildhall.bootstrap.admin;

/** The service does not answer where it is looked for, or not in JSON. */
final class DoorUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DoorUnreachable(String message) {
        super(message, null, false, false);
    }
}
