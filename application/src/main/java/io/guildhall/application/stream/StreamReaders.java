package io.guildhall.application.stream;

/** The names of those that are to hear of everything; each has a cursor of its own. */
public final class StreamReaders {

    public static final String WEBHOOKS = "webhooks";
    public static final String KAFKA = "kafka";

    private StreamReaders() {}
}
