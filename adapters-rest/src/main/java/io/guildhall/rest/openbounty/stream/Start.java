package io.guildhall.rest.openbounty.stream;

/** Where a reader begins. */
sealed interface Start {

    /** With what comes from now on. */
    record Now() implements Start {}

    /** Behind the last that it has heard. */
    record Behind(long place) implements Start {}

    /** It asks for what follows something that is not kept any more, or never was. */
    record Forgotten() implements Start {}
}
