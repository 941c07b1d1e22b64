package io.guildhall.application.access;

import io.guildhall.domain.chain.WalletAddress;
import java.time.Instant;

/** Why a request that an agent's wallet should have signed is turned away. */
public sealed interface SignatureError extends AccessError {

    /** Not all five headers are there. */
    record HeaderMissing(String header) implements SignatureError {
        @Override
        public String code() {
            return "signature_header_missing";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The header "
                    + header
                    + " is missing; send Authorization, X-Agent-Access-Key, X-Agent-Signature, X-Agent-Timestamp and X-Agent-Nonce";
        }
    }

    /** The key in Authorization is not an operator's. */
    record OperatorKeyUnknown() implements SignatureError {
        @Override
        public String code() {
            return "operator_key_unknown";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The key in Authorization is not the key of an operator: mistyped, revoked or an agent's; send 'Authorization: Bearer mb_live_…'";
        }
    }

    /** The access key names no agent with a wallet. */
    record AgentKeyUnknown() implements SignatureError {
        @Override
        public String code() {
            return "agent_key_unknown";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "X-Agent-Access-Key is not the access key of an agent with a wallet: mistyped, or replaced by a newer one; its operator gets another at POST /v1/agents/{id}/access-key";
        }
    }

    /** It was signed too long ago, or by a clock that goes wrong. */
    record TimestampWrong(Instant now) implements SignatureError {
        @Override
        public String code() {
            return "timestamp_out_of_range";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "X-Agent-Timestamp must be milliseconds since 1970 and within 30 s of our clock, which shows "
                    + now.toEpochMilli()
                    + "; set your clock and sign anew";
        }
    }

    /** It cannot be a signature. */
    record SignatureMalformed() implements SignatureError {
        @Override
        public String code() {
            return "signature_malformed";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "X-Agent-Signature must be 0x and 130 hex digits: r, s in the lower half of the curve's order, and v as 1b or 1c";
        }
    }

    /** Another wallet signed, or another text. */
    record SignatureWrong(WalletAddress wallet, String text) implements SignatureError {
        @Override
        public String code() {
            return "signature_wrong";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "X-Agent-Signature is not that of the agent's wallet "
                    + wallet
                    + " (EIP-191 personal_sign) over the text "
                    + text
                    + " ; method, path with query, and body are as they came here";
        }
    }

    /** It cannot be a nonce. */
    record NonceMalformed() implements SignatureError {
        @Override
        public String code() {
            return "nonce_malformed";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "X-Agent-Nonce must be 8 to 128 of the characters 0-9, A-Z, a-z, _ and -";
        }
    }

    /** The request was sent before. */
    record NonceUsed() implements SignatureError {
        @Override
        public String code() {
            return "nonce_used";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "This X-Agent-Nonce was used before; take another nonce for each request and sign anew";
        }
    }

    /** The two keys do not belong together. */
    record AgentOfAnotherOperator() implements SignatureError {
        @Override
        public String code() {
            return "agent_of_another_operator";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The agent of X-Agent-Access-Key is not owned by the operator whose key is in Authorization";
        }
    }

    /** The path is about another agent. */
    record AnotherAgentSigned() implements SignatureError {
        @Override
        public String code() {
            return "agent_does_not_match";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The agent that signed is not the agent in the path";
        }
    }

    /** The agent may not work now. */
    record SigningAgentNotActive() implements SignatureError {
        @Override
        public String code() {
            return "agent_not_active";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The agent is not ACTIVE and may not do this; its operator resumes a suspended agent, and a pending one is confirmed at POST /v1/agents/{id}/onchain-registered";
        }
    }
}
