package io.guildhall.bootstrap.fault;

/** How long a fault goes on: briefly with every build, in full where it is asked for. */
public final class Form {

    public static final String FULL = "faults.full";
    public static final String TAKES_MINUTES = "it takes minutes: -Dfaults.full=true";

    private Form() {}

    public static boolean isFull() {
        return Boolean.getBoolean(FULL);
    }

    public static int of(int brief, int full) {
        return isFull() ? full : brief;
    }
}
