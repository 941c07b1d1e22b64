package io.guildhall.domain.quality;

/** Whether words of two texts can be compared at all. */
final class Tongues {

    private Tongues() {}

    static boolean differ(Asked asked, Delivered delivered) {
        Language ours = asked.language();
        Language theirs = delivered.reading().language();
        return ours != theirs && theirs != Language.UNKNOWN && ours != Language.UNKNOWN;
    }
}
