package io.guildhall.bootstrap.demo;

/** The service did not do what the demo expects of it; the message says what it answered. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
