package io.guildhall.application.access;

import io.guildhall.application.access.Authenticate.SigningAgent;
import io.guildhall.application.access.SignatureError.AgentKeyUnknown;
import io.guildhall.application.access.SignatureError.AgentOfAnotherOperator;
import io.guildhall.application.access.SignatureError.AnotherAgentSigned;
import io.guildhall.application.access.SignatureError.HeaderMissing;
import io.guildhall.application.access.SignatureError.NonceMalformed;
import io.guildhall.application.access.SignatureError.NonceUsed;
import io.guildhall.application.access.SignatureError.OperatorKeyUnknown;
import io.guildhall.application.access.SignatureError.SignatureMalformed;
import io.guildhall.application.access.SignatureError.SignatureWrong;
import io.guildhall.application.access.SignatureError.SigningAgentNotActive;
import io.guildhall.application.access.SignatureError.TimestampWrong;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass that an agent's wallet has signed, once. What is wrong with one is told in
 * this order: a missing header, an unknown key, the time, the signature, the nonce, and only then
 * whose agent it is and whether it may work. A nonce is burnt by a good signature only, so that
 * nobody else can use up an agent's.
 */
public final class VerifySignature {

    private static final Duration SKEW_MAX = Duration.ofSeconds(30);
    private static final Pattern NONCE = Pattern.compile("[0-9A-Za-z_-]{8,128}");
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    private final WalletSignatures signatures;
    private final Nonces nonces;
    private final InstantSource clock;

    /**
     * @param clock the world's
     */
    public VerifySignature(WalletSignatures signatures, Nonces nonces, InstantSource clock) {
        this.signatures = signatures;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** The five headers as they came; null where one did not. */
    public record Headers(
            @Nullable String authorization,
            @Nullable String accessKey,
            @Nullable String signature,
            @Nullable String timestamp,
            @Nullable String nonce) {}

    /**
     * What came, and whom its keys name.
     *
     * @param fullPath with the query string, as it came
     * @param bodySha256 of the bytes as they came, in small hex digits
     * @param operator whose key is in Authorization; null when it is nobody's
     * @param agent whom the access key names; null when that is nobody
     * @param agentInPath whom the path is about; null when it is about no agent
     */
    public record Command(
            String method,
            String fullPath,
            String bodySha256,
            Headers headers,
            @Nullable Caller operator,
            @Nullable SigningAgent agent,
            @Nullable AgentId agentInPath) {}

    /**
     * @return the agent, which has proved who it is
     * @throws RefusedException with a {@link SignatureError}
     */
    public Caller handle(Command command) {
        Headers headers = command.headers();
        present(headers.authorization(), "Authorization");
        present(headers.accessKey(), "X-Agent-Access-Key");
        String signature = present(headers.signature(), "X-Agent-Signature");
        String timestamp = present(headers.timestamp(), "X-Agent-Timestamp");
        String nonce = present(headers.nonce(), "X-Agent-Nonce");
        Caller operator = command.operator();
        if (operator == null || !operator.actsForOperator()) {
            throw new RefusedException(new OperatorKeyUnknown());
        }
        SigningAgent agent = command.agent();
        if (agent == null) {
            throw new RefusedException(new AgentKeyUnknown());
        }
        Instant now = clock.instant();
        requireInTime(timestamp, now);
        requireSigned(command, signature, timestamp, nonce, agent.wallet());
        requireFresh(agent.agent(), nonce, now);
        if (!agent.operator().equals(operator.operator())) {
            throw new RefusedException(new AgentOfAnotherOperator());
        }
        if (command.agentInPath() != null && !command.agentInPath().equals(agent.agent())) {
            throw new RefusedException(new AnotherAgentSigned());
        }
        if (!agent.isActive()) {
            throw new RefusedException(new SigningAgentNotActive());
        }
        return Caller.agent(agent.agent(), agent.operator());
    }

    private static String present(@Nullable String value, String header) {
        if (value == null || value.isBlank()) {
            throw new RefusedException(new HeaderMissing(header));
        }
        return value;
    }

    private static void requireInTime(String timestamp, Instant now) {
        if (!MILLISECONDS.matcher(timestamp).matches()
                || Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(SKEW_MAX)
                        > 0) {
            throw new RefusedException(new TimestampWrong(now));
        }
    }

    private void requireSigned(
            Command command,
            String signature,
            String timestamp,
            String nonce,
            WalletAddress wallet) {
        String text =
                String.join(
                        "|",
                        command.method(),
                        command.fullPath(),
                        command.bodySha256(),
                        timestamp,
                        nonce);
        WalletAddress signer =
                signatures
                        .signer(text, signature)
                        .orElseThrow(() -> new RefusedException(new SignatureMalformed()));
        if (!signer.equals(wallet)) {
            throw new RefusedException(new SignatureWrong(wallet, text));
        }
    }

    private void requireFresh(AgentId agent, String nonce, Instant now) {
        if (!NONCE.matcher(nonce).matches()) {
            throw new RefusedException(new NonceMalformed());
        }
        if (!nonces.burn(agent, nonce, now)) {
            throw new RefusedException(new NonceUsed());
        }
    }
}
