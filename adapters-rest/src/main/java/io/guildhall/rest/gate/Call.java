package io.guildhall.rest.gate;

import io.guildhall.application.audit.Mandate;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Suspension;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The request being answered: its id, and who sent it once the gate knows. */
@RequestScoped
public class Call {

    private String requestId = "";
    private @Nullable Pass pass;
    private @Nullable Problem refusal;
    private @Nullable Runnable afterwards;
    private boolean maySuspendedDoIt;

    /** Who sent it; a request that proved nobody is refused as unauthorized. */
    public Caller caller() {
        return pass().caller();
    }

    /** The same with what it showed, for answers that take longer than a moment. */
    public Pass pass() {
        Pass known = pass;
        if (known != null) {
            return known;
        }
        throw refusal == null ? new UnauthorizedException() : new ProblemException(refusal);
    }

    /** Who sent it, which must be an admin. */
    public Caller admin() {
        Caller caller = caller();
        caller.requireAdmin();
        return caller;
    }

    /** By what right an admin does what this request asks for. */
    public Mandate mandate(String reason) {
        return new Mandate(admin(), reason, requestId);
    }

    /** Who sent it, or null; for the few routes that are open to everybody. */
    public @Nullable Caller callerIfKnown() {
        return pass == null ? null : pass.caller();
    }

    /**
     * Something to be done once what the request asks for is kept, before it is answered; only for
     * writes that are {@link Idempotent}, and not when an earlier answer is given again.
     */
    public void afterwards(Runnable deed) {
        afterwards = deed;
    }

    void doAfterwards() {
        Runnable deed = afterwards;
        if (deed != null) {
            afterwards = null;
            deed.run();
        }
    }

    public String requestId() {
        return requestId;
    }

    /**
     * @param unknown why what was shown proves nobody, or null
     */
    void identify(String id, @Nullable Pass shown, @Nullable Problem unknown) {
        this.requestId = id;
        this.pass = shown;
        this.refusal = unknown;
    }

    /** What is asked for is among the few things that a suspended party may do. */
    void mayBeSuspended() {
        maySuspendedDoIt = true;
    }

    /** What keeps the caller from writing; null when nothing does. */
    @Nullable Suspension forbidding() {
        return pass == null || maySuspendedDoIt ? null : pass.suspension();
    }

    /** Whose it still is, by what the database says now. */
    void isStillOf(Pass anew) {
        this.pass = anew;
    }

    /** The request is this agent's, as its wallet's signature has proved. */
    void isSignedBy(Pass agent) {
        this.pass = agent;
    }
}
