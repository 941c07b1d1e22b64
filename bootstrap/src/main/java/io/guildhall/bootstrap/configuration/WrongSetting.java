package io.guildhall.bootstrap.configuration;

/** A setting with which nothing can start; the message says which, and what it should be. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongSetting(String message) {
        super(message);
    }
}
