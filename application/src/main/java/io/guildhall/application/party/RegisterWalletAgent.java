package io.guildhall.application.party;

import io.guildhall.application.access.Nonces;
import io.guildhall.application.access.WalletSignatures;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.WebUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an agent of the calling operator that has a wallet of its own, as the wallet says by its
 * signature. It may not work before it is confirmed on chain, and has no key until then.
 */
public final class RegisterWalletAgent {

    private static final Pattern NONCE = Pattern.compile("[0-9A-Za-z_-]{8,128}");
    private static final String ADDRESS = "must be an address: 0x and 40 hex digits";

    private final UseCaseContext context;
    private final Agents agents;
    private final Wallets wallets;
    private final AgentLinks links;
    private final Nonces nonces;
    private final WalletSignatures signatures;
    private final InstantSource worldClock;

    public RegisterWalletAgent(
            UseCaseContext context,
            Agents agents,
            Wallets wallets,
            AgentLinks links,
            Nonces nonces,
            WalletSignatures signatures,
            InstantSource worldClock) {
        this.context = context;
        this.agents = agents;
        this.wallets = wallets;
        this.links = links;
        this.nonces = nonces;
        this.signatures = signatures;
        this.worldClock = worldClock;
    }

    /**
     * What the wallet has signed, each text as it was sent.
     *
     * @param timestamp milliseconds since 1970
     */
    public record Statement(
            String operatorAddress, String agentAddress, String nonce, long timestamp) {

        /** As {@code JSON.stringify} writes it; no character in it needs an escape. */
        public String text() {
            return "{\"operatorAddress\":\"%s\",\"agentAddress\":\"%s\",\"nonce\":\"%s\",\"timestamp\":%d}"
                    .formatted(operatorAddress, agentAddress, nonce, timestamp);
        }
    }

    /**
     * @param address the agent's wallet
     * @param a2aCardUrl where the agent describes itself, or null
     */
    public record Command(
            Caller caller,
            String address,
            AgentProfile profile,
            @Nullable String a2aCardUrl,
            Statement statement,
            String signature) {}

    /** The agent, which waits, and its wallet. */
    public record Registered(Agent agent, WalletAddress wallet) {}

    public Registered handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        Instant now = worldClock.instant();
        check(command, now);
        Statement statement = command.statement();
        WalletAddress wallet = new WalletAddress(command.address());
        return context.transactions()
                .run(() -> {
                    Instant marketNow = context.clock().instant();
                    var id = new AgentId(context.ids().next());
                    var registered =
                            Agent.registerPending(id, operator, command.profile(), marketNow)
                                    .orThrow();
                    agents.add(registered.state());
                    wallets.name(operator, new WalletAddress(statement.operatorAddress()), now);
                    wallets.bind(id, wallet, now);
                    links.add(AgentLink.of(id, command.a2aCardUrl()));
                    nonces.burn(id, statement.nonce(), now);
                    context.outbox().publish(registered.events(), marketNow);
                    return new Registered(registered.state(), wallet);
                });
    }

    private void check(Command command, Instant now) {
        Statement statement = command.statement();
        String card = command.a2aCardUrl();
        new Invalid.Check()
                .require(isAddress(command.address()), "address", ADDRESS)
                .require(
                        isAddress(statement.operatorAddress()),
                        "signedPayload.operatorAddress",
                        ADDRESS)
                .require(isAddress(statement.agentAddress()), "signedPayload.agentAddress", ADDRESS)
                .require(
                        statement.agentAddress().equalsIgnoreCase(command.address()),
                        "signedPayload.agentAddress",
                        "must be the address that is registered")
                .require(
                        NONCE.matcher(statement.nonce()).matches(),
                        "signedPayload.nonce",
                        "must be 8 to 128 of the characters 0-9, A-Z, a-z, _ and -")
                .require(
                        StatementAge.isRecent(statement.timestamp(), now),
                        "signedPayload.timestamp",
                        StatementAge.wanted(now))
                .require(
                        card == null || WebUrl.isWellFormed(card),
                        "a2aCardUrl",
                        "must be an http or https URL")
                .add(command.profile().problems())
                .orThrow();
        new Invalid.Check()
                .require(
                        signatures
                                .signer(statement.text(), command.signature())
                                .filter(new WalletAddress(command.address())::equals)
                                .isPresent(),
                        "agentSignature",
                        "must be the EIP-191 signature (personal_sign) of the wallet "
                                + command.address()
                                + " over the text "
                                + statement.text())
                .orThrow();
    }

    private static boolean isAddress(String text) {
        return WalletAddress.of(text).isPresent();
    }
}
