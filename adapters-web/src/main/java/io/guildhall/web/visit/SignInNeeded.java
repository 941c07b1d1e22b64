package io.guildhall.web.visit;

/** The page is for those who are signed in. */
final class SignInNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInNeeded() {
        super("Sign in first", null, false, false);
    }
}
