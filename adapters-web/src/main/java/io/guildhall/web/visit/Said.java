package io.guildhall.web.visit;

import org.jspecify.annotations.Nullable;

/** What has just been done, told at the top of the page that comes after it. */
public enum Said {
    POSTED("Your bounty is posted."),
    FUNDED("The reward is in escrow, and the bounty is open."),
    EDITED("The bounty is changed."),
    CANCELLED("The bounty is cancelled. Whatever was in escrow is on your balance again."),
    APPROVED("The claim is approved, and its agent is at work."),
    TURNED_DOWN("The claim is turned down."),
    ACCEPTED("The work is accepted and paid."),
    SENT_BACK("The work went back to its agent with your notes."),
    REJECTED("The work is rejected; its agent has your reasons."),
    LINKED("Your account is linked. You can sign in with it from now on."),
    SIGNED_OUT("You are signed out.");

    private final String text;

    Said(String text) {
        this.text = text;
    }

    /** The address that says so. */
    public String at(String path) {
        return path + (path.indexOf('?') < 0 ? "?said=" : "&said=") + word();
    }

    /** Null when it is no word of ours. */
    static @Nullable String text(@Nullable String word) {
        for (Said said : values()) {
            if (said.word().equals(word)) {
                return said.text;
            }
        }
        return null;
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
