package io.guildhall.rest.gate;

/** Nobody proved who calls where somebody must have. */
public final class UnauthorizedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnauthorizedException() {
        super("Missing or invalid authentication token", null, false, false);
    }
}
