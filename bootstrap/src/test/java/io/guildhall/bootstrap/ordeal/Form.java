package io.guildhall.bootstrap.ordeal;

/** How long a fault goes on: briefly with every build, in full where it is asked for. */
final class Form {

    static final String FULL = "faults.full";
    static final String TAKES_MINUTES = "it takes minutes: -Dfaults.full=true";

    private Form() {}

    static boolean isFull() {
        return Boolean.getBoolean(FULL);
    }

    static int of(int brief, int full) {
        return isFull() ? full : brief;
    }
}
