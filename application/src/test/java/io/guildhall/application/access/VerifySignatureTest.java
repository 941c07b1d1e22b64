package io.guildhall.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.application.access.Authenticate.SigningAgent;
import io.guildhall.application.access.VerifySignature.Command;
import io.guildhall.application.access.VerifySignature.Headers;
import io.guildhall.application.inmemory.InMemoryNonces;
import io.guildhall.application.inmemory.InMemoryTransactions;
import io.guildhall.application.inmemory.SealedWalletSignatures;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes, and in which order what does not is told. */
class VerifySignatureTest {

    private static final OperatorId OPERATOR = new OperatorId(new UUID(1, 1));
    private static final OperatorId STRANGER = new OperatorId(new UUID(1, 2));
    private static final AgentId AGENT = new AgentId(new UUID(1, 3));
    private static final WalletAddress WALLET = new WalletAddress("0x" + "a".repeat(40));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String NO_BODY = "e3b0c442";

    private final TestClock clock = new TestClock(NOW);
    private final VerifySignature verify =
            new VerifySignature(
                    new SealedWalletSignatures(),
                    new InMemoryNonces(new InMemoryTransactions()),
                    clock);

    /** Everything that a request is made of; what is null is not sent, or is nobody's. */
    private record Request(
            @Nullable String authorization,
            @Nullable String accessKey,
            @Nullable Caller operator,
            @Nullable SigningAgent agent,
            @Nullable String signature,
            @Nullable String timestamp,
            @Nullable String nonce,
            @Nullable AgentId agentInPath) {

        Command command() {
            return new Command(
                    "POST",
                    "/v1/agents/x?limit=1",
                    NO_BODY,
                    new Headers(authorization, accessKey, signature, timestamp, nonce),
                    operator,
                    agent,
                    agentInPath);
        }
    }

    @Test
    void signedRequestPassesAsItsAgent() {
        assertThat(verify.handle(good("nonce-12").command()))
                .isEqualTo(Caller.agent(AGENT, OPERATOR));
    }

    @Test
    void sameNonceDoesNotPassTwice() {
        verify.handle(good("nonce-12").command());

        assertThat(code(good("nonce-12"))).isEqualTo("nonce_used");
        assertThat(code(signed(NOW.plusMillis(1), "nonce-12"))).isEqualTo("nonce_used");
        verify.handle(good("nonce-13").command());
    }

    @ParameterizedTest
    @ValueSource(longs = {-30_000, 0, 30_000})
    void timeWithinHalfAMinutePasses(long off) {
        verify.handle(signed(NOW.plusMillis(off), "nonce-12").command());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_000, -30_001, 30_001, 300_000})
    void timeFurtherOffIsRefused(long off) {
        assertThat(code(signed(NOW.plusMillis(off), "nonce-12")))
                .isEqualTo("timestamp_out_of_range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "-1",
                "1e12",
                "1772442000.000",
                "1772442000",
                "9999999999999999999999",
                "+1772442000000"
            })
    void whatIsNoTimeInMillisecondsIsRefused(String text) {
        assertThat(code(signed(text, "nonce-12"))).isEqualTo("timestamp_out_of_range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-7", "has space", "has|pipe", "ümlaut-nonce"})
    void whatIsNoNonceIsRefused(String nonce) {
        assertThat(code(good(nonce))).isEqualTo("nonce_malformed");
        assertThat(code(good("x".repeat(129)))).isEqualTo("nonce_malformed");
    }

    @Test
    void longestNoncePasses() {
        verify.handle(good("_-Z9".repeat(32)).command());
    }

    @Test
    void signatureIsOfThisRequestOnly() {
        Request good = good("nonce-12");

        assertThat(refusalOf(good, c -> with(c, "GET", c.fullPath(), c.bodySha256())).code())
                .isEqualTo("signature_wrong");
        assertThat(refusalOf(good, c -> with(c, "POST", "/v1/agents/x", c.bodySha256())).code())
                .isEqualTo("signature_wrong");
        assertThat(refusalOf(good, c -> with(c, "POST", c.fullPath(), "00")).code())
                .isEqualTo("signature_wrong");
        verify.handle(good.command());
    }

    /** Whoever replays a nonce with a bad signature must not use it up. */
    @Test
    void badSignatureBurnsNoNonce() {
        Request good = good("nonce-12");
        Request bad =
                new Request(
                        good.authorization(),
                        good.accessKey(),
                        good.operator(),
                        good.agent(),
                        SealedWalletSignatures.sign(WALLET, "something else"),
                        good.timestamp(),
                        good.nonce(),
                        null);

        assertThat(code(bad)).isEqualTo("signature_wrong");
        verify.handle(good.command());
    }

    /** Each request has everything wrong that comes after what it is refused for. */
    @Test
    void refusalsComeInTheirOrder() {
        verify.handle(good("used-nonce").command());
        Caller stranger = Caller.operator(STRANGER, Set.of());
        AgentId other = new AgentId(new UUID(1, 4));
        SigningAgent asleep = signing(false);
        String late = millis(NOW.minusSeconds(300));

        assertThat(code(new Request(null, null, null, null, null, null, null, other)))
                .isEqualTo("signature_header_missing");
        assertThat(code(new Request("b", "k", null, null, "0x", late, " ", other)))
                .isEqualTo("signature_header_missing");
        assertThat(code(new Request("b", "k", null, null, "0x", late, "used-nonce", other)))
                .isEqualTo("operator_key_unknown");
        assertThat(
                        code(
                                new Request(
                                        "b",
                                        "k",
                                        Caller.agent(AGENT, OPERATOR),
                                        null,
                                        "0x",
                                        late,
                                        "used-nonce",
                                        other)))
                .isEqualTo("operator_key_unknown");
        assertThat(code(new Request("b", "k", stranger, null, "0x", late, "used-nonce", other)))
                .isEqualTo("agent_key_unknown");
        assertThat(code(new Request("b", "k", stranger, asleep, "0x", late, "used-nonce", other)))
                .isEqualTo("timestamp_out_of_range");
        String time = millis(NOW);
        assertThat(code(new Request("b", "k", stranger, asleep, "0x", time, "used-nonce", other)))
                .isEqualTo("signature_malformed");
        String foreign =
                SealedWalletSignatures.sign(
                        new WalletAddress("0x" + "b".repeat(40)), text(time, "used-nonce"));
        assertThat(
                        code(
                                new Request(
                                        "b",
                                        "k",
                                        stranger,
                                        asleep,
                                        foreign,
                                        time,
                                        "used-nonce",
                                        other)))
                .isEqualTo("signature_wrong");
        assertThat(code(signed(stranger, asleep, time, "used-nonce", other)))
                .isEqualTo("nonce_used");
        assertThat(code(signed(stranger, asleep, time, "nonce-21", other)))
                .isEqualTo("agent_of_another_operator");
        Caller own = Caller.operator(OPERATOR, Set.of());
        assertThat(code(signed(own, asleep, time, "nonce-22", other)))
                .isEqualTo("agent_does_not_match");
        assertThat(code(signed(own, asleep, time, "nonce-23", AGENT)))
                .isEqualTo("agent_not_active");
        assertThat(verify.handle(signed(own, signing(true), time, "nonce-24", AGENT).command()))
                .isEqualTo(Caller.agent(AGENT, OPERATOR));
    }

    private Request good(String nonce) {
        return signed(NOW, nonce);
    }

    private Request signed(Instant at, String nonce) {
        return signed(millis(at), nonce);
    }

    private Request signed(String timestamp, String nonce) {
        return signed(Caller.operator(OPERATOR, Set.of()), signing(true), timestamp, nonce, null);
    }

    private static Request signed(
            Caller operator,
            SigningAgent agent,
            String timestamp,
            String nonce,
            @Nullable AgentId agentInPath) {
        return new Request(
                "Bearer mb_live_…",
                "mb_agent_…",
                operator,
                agent,
                SealedWalletSignatures.sign(WALLET, text(timestamp, nonce)),
                timestamp,
                nonce,
                agentInPath);
    }

    private static String text(String timestamp, String nonce) {
        return "POST|/v1/agents/x?limit=1|" + NO_BODY + "|" + timestamp + "|" + nonce;
    }

    private static SigningAgent signing(boolean isActive) {
        return new SigningAgent(
                new CredentialId(new UUID(1, 9)), AGENT, OPERATOR, isActive, WALLET, null);
    }

    private static Command with(Command command, String method, String path, String body) {
        return new Command(
                method,
                path,
                body,
                command.headers(),
                command.operator(),
                command.agent(),
                command.agentInPath());
    }

    private SignatureError refusalOf(Request request, UnaryOperator<Command> change) {
        Command command = change.apply(request.command());
        return (SignatureError)
                catchThrowableOfType(RefusedException.class, () -> verify.handle(command)).error();
    }

    private String code(Request request) {
        SignatureError error = refusalOf(request, UnaryOperator.identity());
        assertThat(error.message()).isNotBlank();
        return error.code();
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
