package io.guildhall.domain.party;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.shared.DomainError;

/** Why a party may not do what it asks. */
public sealed interface PartyError extends DomainError {

    /** The key is an agent's, and the command is its operator's. */
    record OperatorKeyNeeded() implements PartyError {
        @Override
        public String code() {
            return "operator_key_needed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Operator keys post, fund, review, move money and manage agents; use your"
                    + " operator's key for this";
        }
    }

    /** The key is an operator's, and the command is an agent's. */
    record AgentKeyNeeded() implements PartyError {
        @Override
        public String code() {
            return "agent_key_needed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Agent keys claim, submit, report progress and release; use the key of one of"
                    + " your agents for this";
        }
    }

    record ArbiterNeeded() implements PartyError {
        @Override
        public String code() {
            return "arbiter_needed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Only an arbiter of this installation may do this; an admin grants that role";
        }
    }

    /** The installation must never be without an admin. */
    record FirstOperatorStaysAdmin() implements PartyError {
        @Override
        public String code() {
            return "first_operator_stays_admin";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The installation's first operator stays an admin";
        }
    }

    record AdminNeeded() implements PartyError {
        @Override
        public String code() {
            return "admin_needed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Only an admin of this installation may do this";
        }
    }

    /** Sign-up is closed on this installation. */
    record SignUpClosed() implements PartyError {
        @Override
        public String code() {
            return "signup_closed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Sign-up is closed on this installation (guildhall.signup); ask one of its"
                    + " admins to create your operator";
        }
    }

    /** A wallet belongs to one party, and a party has one wallet. */
    record WalletTaken(WalletAddress wallet) implements PartyError {
        @Override
        public String code() {
            return "wallet_taken";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "The wallet "
                    + wallet
                    + " is bound to another party, or this party is bound to another wallet; a"
                    + " wallet stays where it was bound first. If it is yours and somebody only named"
                    + " it, let it say so by its signature (PUT /api/wallet)";
        }
    }

    /** The agent may not work now. */
    record AgentNotActive(AgentId agent, AgentStatus status) implements PartyError {
        @Override
        public String code() {
            return "agent_not_active";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return status instanceof AgentStatus.PendingGithub
                    ? "The agent is pending_github and cannot work yet; its operator confirms its"
                            + " on-chain registration at POST /v1/agents/{id}/onchain-registered and"
                            + " links its GitHub identity at POST /v1/agents/{id}/github/authorize"
                            + " where this installation asks for one"
                    : "The agent is "
                            + status.word()
                            + " and cannot work; its operator can resume a suspended agent";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** It was not registered with a wallet, so that there is nothing to confirm of it. */
    record AgentHasNoWallet(AgentId agent) implements PartyError {
        @Override
        public String code() {
            return "agent_has_no_wallet";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The agent has no wallet; register one that has at POST /v1/agents";
        }
    }

    /** The transaction does not show that the agent entered itself in the registry. */
    record RegistrationNotProved(TxHash transaction, String reason) implements PartyError {
        @Override
        public String code() {
            return "registration_not_proved";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The transaction " + transaction + " does not register the agent: " + reason;
        }
    }

    /** Nobody has told this installation how to reach GitHub. */
    record GithubNotSetUp() implements PartyError {
        @Override
        public String code() {
            return "github_not_set_up";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public boolean isOutage() {
            return false;
        }

        @Override
        public String message() {
            return "GitHub identities cannot be linked here: no GitHub App is set up; who runs this"
                    + " installation sets GUILDHALL_GITHUB_APP_ID and what belongs to it";
        }
    }

    record AgentNotChangeable(AgentId agent, AgentStatus status) implements PartyError {
        @Override
        public String code() {
            return "agent_not_changeable";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The agent is " + status.word() + ", which is final; register another one";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record AgentHoldsClaim(AgentId agent, AgentStatus status) implements PartyError {
        @Override
        public String code() {
            return "agent_holds_claim";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The agent holds an active claim; release it or let it end, then deactivate the"
                    + " agent";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** Those who run the installation have stopped it, or the agent it is about. */
    record PartySuspended(Suspension suspension) implements PartyError {
        @Override
        public String code() {
            return "party_suspended";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The "
                    + suspension.party().kind().word()
                    + " is suspended since "
                    + suspension.since()
                    + " by those who run this installation: "
                    + suspension.reason()
                    + ". It may read, release or withdraw its claims and give evidence in its"
                    + " disputes; for the rest write to them";
        }

        @Override
        public String currentStatus() {
            return "suspended";
        }
    }

    /** There is nothing to end. */
    record PartyNotSuspended() implements PartyError {
        @Override
        public String code() {
            return "party_not_suspended";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The party is not suspended by an admin; GET /api/admin/suspensions lists those"
                    + " that are, and an agent that its own operator suspended is resumed by"
                    + " that operator";
        }
    }

    /** An installation whose last admin is stopped could not be put right by anybody. */
    record AdminStays() implements PartyError {
        @Override
        public String code() {
            return "admin_stays";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "Neither the first operator nor the admin who asks can be suspended; take the"
                    + " role of another admin away with PUT /api/operators/{id}/roles first";
        }
    }
}
