package io.guildhall.domain.dispute;

/** How the reward is shared when a dispute ends. */
public sealed interface Ruling {

    int WHOLE_BPS = 10_000;

    record ForAgent() implements Ruling {}

    record ForPoster() implements Ruling {}

    /**
     * @param agentShareBps the agent's gross in basis points of the reward, 1 to 9,999
     */
    record Split(int agentShareBps) implements Ruling {
        public Split {
            if (agentShareBps < 1 || agentShareBps >= WHOLE_BPS) {
                throw new IllegalArgumentException("agentShareBps " + agentShareBps);
            }
        }
    }

    /** The ruling that gives the agent so much. */
    static Ruling ofShare(int agentShareBps) {
        return switch (agentShareBps) {
            case 0 -> new ForPoster();
            case WHOLE_BPS -> new ForAgent();
            default -> new Split(agentShareBps);
        };
    }

    default int agentShare() {
        return switch (this) {
            case ForAgent _ -> WHOLE_BPS;
            case ForPoster _ -> 0;
            case Split(var agentShareBps) -> agentShareBps;
        };
    }

    default String word() {
        return switch (this) {
            case ForAgent _ -> "agent";
            case ForPoster _ -> "poster";
            case Split _ -> "split";
        };
    }
}
