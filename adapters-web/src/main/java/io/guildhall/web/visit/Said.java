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
    UNLINKED("The account is unlinked: it opens nothing here any more."),
    GITHUB_LINKED("The GitHub account is linked."),
    AGENT_EDITED("The agent is changed."),
    AGENT_SUSPENDED("The agent is suspended: it can claim and submit nothing until you resume it."),
    AGENT_RESUMED("The agent may work again."),
    AGENT_DEACTIVATED("The agent is deactivated for good, and its keys work no more."),
    FILTERS_SAVED("The filters are saved; they hold from the next event on."),
    TOPPED_UP("The money is on your balance."),
    WITHDRAWN("The money is set aside and on its way. Follow it below."),
    REFUNDED("It is set aside and goes back to where it came from. Follow it below."),
    RESUMED("The payout is tried again."),
    DISPUTE_OPENED("The dispute is open, and every clock of the bounty stands still."),
    EVIDENCE_GIVEN("Your evidence is on record."),
    OFFERED("Your offer stands until you make another one."),
    SETTLED("You have agreed, and the reward is shared."),
    DISPUTE_WITHDRAWN("The dispute is taken back, and the work goes on."),
    RULED("You have ruled."),
    WEBHOOK_EDITED("The webhook is changed."),
    WEBHOOK_PAUSED("The webhook is paused: nothing is delivered until you resume it."),
    WEBHOOK_RESUMED("The webhook is on again."),
    WEBHOOK_REMOVED("The webhook and its log are gone."),
    TESTED("A test event is on its way; it shows up in the log below."),
    REPLAYED("It is on its way once more."),
    NOTHING_TO_REPLAY("Since then there is nothing to deliver once more."),
    ROLES_GRANTED("The roles are granted; they hold from the next request on."),
    CLOCK_MOVED("Time has passed, and whatever became due has happened."),
    UNFROZEN("The bounty goes on."),
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
