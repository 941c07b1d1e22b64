package io.guildhall.wire.openbounty;

/** The published JSON schemas of events, one for each word. */
public final class EventSchemas {

    private EventSchemas() {}

    /**
     * A schema's name, which is no address: the schemas come with the documents.
     *
     * @param word such as {@code claim.approved}
     */
    public static String id(String word) {
        return "urn:guildhall:event:" + word;
    }
}
