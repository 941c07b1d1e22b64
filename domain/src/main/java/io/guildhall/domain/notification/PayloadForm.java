package io.guildhall.domain.notification;

/** In which door's words an endpoint is told of what happens. */
public enum PayloadForm {
    OPENBOUNTY,
    /** Only what concerns one agent, in the words of the openpod document. */
    OPENPOD
}
