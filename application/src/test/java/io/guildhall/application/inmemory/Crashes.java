package io.guildhall.application.inmemory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The same ports, but for one call at which the machine dies, in the middle of whatever it does.
 */
public final class Crashes {

    /** Stands for a power cut: nobody is to catch it and go on. */
    public static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super("Crashed at " + where, null, false, false);
        }
    }

    private static final int NEVER = -1;

    private final Ports sound;
    private final AtomicInteger callsLeft = new AtomicInteger(NEVER);
    private @Nullable String doomedCall;

    public Crashes(Ports sound) {
        this.sound = sound;
    }

    /** Dies at the next call of that name, such as {@code Payouts.find}. */
    public void before(String call) {
        doomedCall = call;
    }

    /** Dies at the call after so many others. */
    public void after(int calls) {
        callsLeft.set(calls);
    }

    public void noMore() {
        doomedCall = null;
        callsLeft.set(NEVER);
    }

    /**
     * Units of work, time, ids, the rail and the judge stay sound: they are not what is cut off.
     */
    public Ports ports() {
        return new Ports(
                sound.transactions(),
                sound.clock(),
                sound.ids(),
                sound.random(),
                doomed(sound.outbox()),
                doomed(sound.operators()),
                doomed(sound.agents()),
                doomed(sound.credentials()),
                doomed(sound.bounties()),
                doomed(sound.claims()),
                doomed(sound.submissions()),
                doomed(sound.disputes()),
                doomed(sound.traces()),
                doomed(sound.trackRecords()),
                doomed(sound.payouts()),
                doomed(sound.ledger()),
                doomed(sound.board()),
                doomed(sound.dueBounties()),
                doomed(sound.eventLog()),
                doomed(sound.eventStream()),
                doomed(sound.streamCursors()),
                doomed(sound.clockOffset()),
                doomed(sound.idempotencyKeys()),
                sound.rateCounters(),
                sound.provider(),
                sound.qualityGate(),
                doomed(sound.bountyFilters()),
                doomed(sound.webhookEndpoints()),
                doomed(sound.deliveries()),
                sound.webhookSender(),
                doomed(sound.vaultOrders()),
                doomed(sound.signerAccounts()),
                doomed(sound.escrowHolds()),
                doomed(sound.chainFacts()),
                doomed(sound.chainTrail()),
                sound.escrowVault(),
                sound.chainReader(),
                doomed(sound.wallets()),
                doomed(sound.agentLinks()),
                doomed(sound.nonces()),
                sound.walletSignatures(),
                sound.agentRegistrations(),
                doomed(sound.githubLinkRequests()),
                doomed(sound.notices()),
                doomed(sound.installations()),
                doomed(sound.givenTokens()),
                sound.codeHost(),
                sound.repositories(),
                doomed(sound.trackedPullRequests()),
                doomed(sound.operatorAccounts()),
                doomed(sound.issueBounties()),
                doomed(sound.commentCommands()),
                doomed(sound.sessions()),
                doomed(sound.logins()),
                workspace(sound.workspace()),
                sound.pod().doomedBy(this),
                sound.admin().doomedBy(this),
                doomed(sound.payeeAccounts()),
                sound.payeeOnboarding(),
                doomed(sound.payments()),
                sound.checkout(),
                doomed(sound.railNotices()),
                sound.railNoticeReader(),
                sound.railBooks(),
                doomed(sound.railSnapshots()));
    }

    private WorkspacePorts workspace(WorkspacePorts ports) {
        return new WorkspacePorts(
                doomed(ports.projects()),
                doomed(ports.memberships()),
                doomed(ports.positions()),
                doomed(ports.applications()),
                doomed(ports.tickets()),
                doomed(ports.comments()),
                doomed(ports.channels()));
    }

    /** The same for what is no port of everybody's. */
    @SuppressWarnings("unchecked")
    public <P> P doomed(P port) {
        Class<?>[] roles = port.getClass().getInterfaces();
        return (P)
                Proxy.newProxyInstance(
                        port.getClass().getClassLoader(),
                        roles,
                        (_, method, arguments) -> call(port, roles[0], method, arguments));
    }

    private @Nullable Object call(
            Object port, Class<?> role, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String call = role.getSimpleName() + "." + method.getName();
        boolean itsTurn = callsLeft.getAndUpdate(left -> left > NEVER ? left - 1 : left) == 0;
        if (call.equals(doomedCall) || itsTurn) {
            noMore();
            throw new Crash(call);
        }
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
