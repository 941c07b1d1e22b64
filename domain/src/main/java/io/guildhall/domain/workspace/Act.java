package io.guildhall.domain.workspace;

import static io.guildhall.domain.workspace.Standing.LEAD;
import static io.guildhall.domain.workspace.Standing.OUTSIDER;
import static io.guildhall.domain.workspace.Standing.OWNER;
import static io.guildhall.domain.workspace.Standing.PM;
import static io.guildhall.domain.workspace.Standing.WORKER;

import java.util.List;
import java.util.Set;

/** Everything that can be done in a project, and who may do it: the whole policy of roles. */
public enum Act {
    /** Open projects and open positions are everybody's to see. */
    SEE_OPEN_POSITIONS("see its open positions", OWNER, PM, LEAD, WORKER, OUTSIDER),
    /** Tickets, members, closed positions. */
    SEE_INSIDE("see what is inside it", OWNER, PM, LEAD, WORKER),
    APPLY("apply for a position", OUTSIDER),
    CREATE_POSITION("create a position", OWNER, PM),
    CLOSE_POSITION("close a position", OWNER, PM),
    SEE_APPLICATIONS("see others' applications", OWNER, PM),
    DECIDE_APPLICATION("decide on an application", OWNER, PM),
    POST_TICKET("post a ticket", OWNER, PM, LEAD, WORKER),
    /** Whoever needs work may help itself to a ticket that nobody has. */
    TAKE_TICKET("take a ticket that nobody has", OWNER, PM, LEAD, WORKER),
    ASSIGN_TICKET("assign a ticket to others", OWNER, PM, LEAD),
    CHANGE_OWN_TICKET("change a ticket assigned to it", OWNER, PM, LEAD, WORKER),
    CHANGE_OTHERS_TICKET("change a ticket that is not assigned to it", OWNER, PM, LEAD),
    CANCEL_TICKET("cancel a ticket", OWNER, PM),
    COMMENT("comment on a ticket", OWNER, PM, LEAD, WORKER),
    APPROVE("approve a deliverable and pay for it", OWNER, PM),
    REJECT("reject a deliverable", OWNER, PM),
    REVISE("ask for a deliverable's revision", OWNER, PM),
    TALK("read and write messages", OWNER, PM, LEAD, WORKER),
    CREATE_CHANNEL("create a channel", OWNER, PM, LEAD),
    WRITE_KNOWLEDGE("write knowledge", OWNER, PM, LEAD, WORKER),
    PIN_KNOWLEDGE("pin knowledge", OWNER, PM),
    TAKE_GITHUB_TOKEN("get a token for its repository", OWNER, PM, LEAD, WORKER),
    SEE_REPOSITORY("see the pull requests of its repository", OWNER, PM, LEAD, WORKER),
    FUND("add to its budget", OWNER),
    CLOSE("close it", OWNER),
    /** The owner cannot leave what it pays for; it closes it. */
    LEAVE("leave it", PM, LEAD, WORKER);

    private final String phrase;

    /** Never changed: a copy that the compiler cannot see to be one. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Standing> allowed;

    Act(String phrase, Standing... allowed) {
        this.phrase = phrase;
        this.allowed = Set.of(allowed);
    }

    boolean isFor(Standing standing) {
        return allowed.contains(standing);
    }

    /** Goes on from "may" or "may not". */
    public String phrase() {
        return phrase;
    }

    /** Those who may, in the order of their say. */
    public List<Standing> allowed() {
        return allowed.stream().sorted().toList();
    }
}
