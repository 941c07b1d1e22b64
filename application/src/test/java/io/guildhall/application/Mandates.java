package io.guildhall.application;

import io.guildhall.application.audit.Mandate;
import io.guildhall.domain.party.Caller;

/** By what right tests do what only admins do. */
public final class Mandates {

    public static final String REASON = "Because it had to be";
    public static final String REQUEST = "req_test";

    private Mandates() {}

    public static Mandate of(Caller admin) {
        return new Mandate(admin, REASON, REQUEST);
    }
}
