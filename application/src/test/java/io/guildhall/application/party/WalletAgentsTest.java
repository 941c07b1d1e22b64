package io.guildhall.application.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.application.Market;
import io.guildhall.application.access.Authenticate.SigningAgent;
import io.guildhall.application.access.Door;
import io.guildhall.application.inmemory.SealedWalletSignatures;
import io.guildhall.application.party.RegisterWalletAgent.Statement;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.AgentRegistrations.Finding;
import io.guildhall.domain.party.AgentStatus;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.AgentHasNoWallet;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.party.PartyError.OperatorKeyNeeded;
import io.guildhall.domain.party.PartyError.RegistrationNotProved;
import io.guildhall.domain.party.PartyError.WalletTaken;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a wallet's statement to an agent that has a key. */
class WalletAgentsTest {

    private static final WalletAddress OPERATORS = wallet('1');
    private static final WalletAddress AGENTS = wallet('a');
    private static final WalletAddress OTHER = wallet('b');
    private static final String CARD = "https://agent.example.com/.well-known/agent.json";

    private final Market market = new Market();
    private final Caller bob = market.operator("Bob");
    private final Caller ann = market.operator("Ann");

    @Test
    void statementIsWrittenAsJavaScriptWritesIt() {
        assertThat(new Statement("0xAb", "0xCd", "a3f7c2d1e9b04561", 1_745_754_896_000L).text())
                .isEqualTo(
                        "{\"operatorAddress\":\"0xAb\",\"agentAddress\":\"0xCd\",\"nonce\":\"a3f7c2d1e9b04561\",\"timestamp\":1745754896000}");
    }

    @Test
    void agentWaitsAndBothWalletsAreBound() {
        Agent agent = register(bob, OPERATORS, AGENTS);

        assertThat(agent.status()).isEqualTo(new AgentStatus.PendingGithub());
        assertThat(market.guildhall.wallets.ofOperator(bob.operator())).contains(OPERATORS);
        assertThat(market.guildhall.wallets.ofAgent(agent.id())).contains(AGENTS);
        assertThat(market.guildhall.agentLinks.find(agent.id()))
                .contains(AgentLink.of(agent.id(), CARD));
    }

    @Test
    void addressesAreSignedAsTheyWereSent() {
        String shouted = AGENTS.hex().toUpperCase(Locale.ROOT).replace("0X", "0x");
        Statement statement =
                new Statement(OPERATORS.hex(), shouted, "a3f7c2d1e9b04561", nowMillis());

        Agent agent = register(bob, shouted, statement, sign(AGENTS, statement));

        assertThat(market.guildhall.wallets.agentWith(AGENTS)).contains(agent.id());
    }

    @Test
    void operatorKeepsItsWalletAndAWalletItsAgent() {
        register(bob, OPERATORS, AGENTS);

        assertThat(refusal(() -> register(bob, wallet('2'), OTHER)))
                .isEqualTo(new WalletTaken(wallet('2')));
        assertThat(refusal(() -> register(ann, OPERATORS, OTHER)))
                .isEqualTo(new WalletTaken(OPERATORS));
        assertThat(refusal(() -> register(bob, OPERATORS, AGENTS)))
                .isEqualTo(new WalletTaken(AGENTS));
        assertThat(register(bob, OPERATORS, OTHER).operator()).isEqualTo(bob.operator());
    }

    @Test
    void strangersWalletThatWasNamedGoesToWhoeverItSignsFor() {
        register(bob, OPERATORS, AGENTS);

        bind(ann, OPERATORS);

        assertThat(register(ann, OPERATORS, OTHER).operator()).isEqualTo(ann.operator());
        assertThat(market.guildhall.wallets.ofOperator(bob.operator())).isEmpty();
        assertThat(refusal(() -> register(bob, OPERATORS, wallet('3'))))
                .isEqualTo(new WalletTaken(OPERATORS));
    }

    private void bind(Caller caller, WalletAddress wallet) {
        var statement =
                new BindWallet.Statement(
                        caller.operator().value().toString(), wallet.hex(), nowMillis());
        market.use.bindWallet.handle(
                new BindWallet.Command(
                        caller, statement, SealedWalletSignatures.sign(wallet, statement.text())));
    }

    @Test
    void whatTheWalletDidNotSayIsRefused() {
        Statement good = statement(AGENTS, nowMillis());
        String signature = sign(AGENTS, good);

        assertThat(fields(() -> register(bob, AGENTS.hex(), good, sign(OTHER, good))))
                .containsExactly("agentSignature");
        assertThat(fields(() -> register(bob, AGENTS.hex(), good, "0x")))
                .containsExactly("agentSignature");
        assertThat(fields(() -> register(bob, OTHER.hex(), good, signature)))
                .containsExactly("signedPayload.agentAddress");
        assertThat(fields(() -> register(bob, "0x12", good, signature)))
                .containsExactly("address", "signedPayload.agentAddress");
        for (long off : new long[] {-601_000, 601_000}) {
            Statement old = statement(AGENTS, nowMillis() + off);
            assertThat(fields(() -> register(bob, AGENTS.hex(), old, sign(AGENTS, old))))
                    .containsExactly("signedPayload.timestamp");
        }
        for (long absurd : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            Statement never = statement(AGENTS, absurd);
            assertThat(fields(() -> register(bob, AGENTS.hex(), never, sign(AGENTS, never))))
                    .containsExactly("signedPayload.timestamp");
        }
        Statement quoted = new Statement(OPERATORS.hex(), AGENTS.hex(), "\"}<script>", nowMillis());
        assertThat(fields(() -> register(bob, AGENTS.hex(), quoted, sign(AGENTS, quoted))))
                .containsExactly("signedPayload.nonce");
        assertThat(market.guildhall.wallets.agentWith(AGENTS)).isEmpty();
    }

    @Test
    void confirmedOnChainItIsActive() {
        Agent agent = register(bob, OPERATORS, AGENTS);
        TxHash transaction = mined(AGENTS, OPERATORS);

        Agent confirmed = confirm(bob, agent, transaction);
        Agent again = confirm(bob, agent, new TxHash("0x" + "9".repeat(64)));

        assertThat(confirmed.isActive()).isTrue();
        assertThat(again).isEqualTo(confirmed);
        assertThat(market.guildhall.agentLinks.find(agent.id()).orElseThrow().registration())
                .isEqualTo(
                        new AgentLink.Registration(transaction, market.guildhall.clock.instant()));
    }

    @Test
    void registrationOfAnotherProvesNothing() {
        Agent agent = register(bob, OPERATORS, AGENTS);
        TxHash unknown = new TxHash("0x" + "7".repeat(64));
        TxHash other = new TxHash("0x" + "8".repeat(64));
        market.guildhall.agentRegistrations.mined(other, new Finding.NoRegistration());

        assertThat(notProved(agent, unknown)).contains("not known");
        assertThat(notProved(agent, other)).contains("register");
        assertThat(notProved(agent, mined(OTHER, OPERATORS))).contains(OTHER.hex());
        assertThat(notProved(agent, mined(AGENTS, OTHER))).contains(OTHER.hex());
        assertThat(found(agent).isActive()).isFalse();
        assertThat(refusal(() -> confirm(ann, agent, unknown))).isEqualTo(new NotFound("agent"));
        Caller plain = market.agentOf(bob);
        assertThat(refusal(() -> confirm(bob, found(plain.asAgent()), unknown)))
                .isEqualTo(new AgentHasNoWallet(plain.asAgent()));
    }

    @Test
    void whereGithubIsAskedForTheChainAloneIsNotEnough() {
        Agent agent = register(bob, OPERATORS, AGENTS);
        var ports = market.guildhall.ports();
        var strict =
                new ConfirmAgentOnchain(
                        market.use.worldly,
                        ports.agents(),
                        ports.wallets(),
                        ports.agentLinks(),
                        ports.agentRegistrations(),
                        true);

        Agent confirmed =
                strict.handle(
                        new ConfirmAgentOnchain.Command(bob, agent.id(), mined(AGENTS, OPERATORS)));

        assertThat(confirmed.status()).isEqualTo(new AgentStatus.PendingGithub());
        assertThat(market.guildhall.agentLinks.find(agent.id()).orElseThrow().registration())
                .isNotNull();
    }

    @Test
    void pendingAgentHasNoKey() {
        Agent agent = register(bob, OPERATORS, AGENTS);

        assertThat(refusal(() -> issue(bob, agent)))
                .isEqualTo(new AgentNotActive(agent.id(), agent.status()));
    }

    @Test
    void newKeyTakesThePlaceOfTheOneBefore() {
        Agent agent = active();
        String first = issue(bob, agent);
        String second = issue(bob, agent);

        assertThat(first).startsWith("mb_agent_");
        assertThat(named(first)).isEmpty();
        assertThat(named(second))
                .hasValueSatisfying(found -> {
                    assertThat(found.agent()).isEqualTo(agent.id());
                    assertThat(found.operator()).isEqualTo(bob.operator());
                    assertThat(found.wallet()).isEqualTo(AGENTS);
                    assertThat(found.isActive()).isTrue();
                });
        assertThat(refusal(() -> issue(ann, agent))).isEqualTo(new NotFound("agent"));
        assertThat(refusal(() -> issue(Caller.agent(agent.id(), bob.operator()), agent)))
                .isEqualTo(new OperatorKeyNeeded());
    }

    @Test
    void accessKeyAloneIsNobodys() {
        String key = issue(bob, active());

        assertThat(market.use.authenticate.byKey(key)).isEmpty();
        assertThat(market.use.authenticate.byCredential(named(key).orElseThrow().credential()))
                .isEmpty();
    }

    @Test
    void keysOfAgentsWithoutAWalletGoOnAsTheyWere() {
        var plain =
                market.use.registerAgent.handle(
                        new RegisterAgent.Command(
                                bob, new AgentProfile("Plain", "", List.of()), Door.MERGEBOUNTY));

        assertThat(market.use.authenticate.byKey(plain.key())).isPresent();
        assertThat(named(plain.key())).isEmpty();
        assertThat(refusal(() -> issue(bob, plain.agent())))
                .isEqualTo(new AgentHasNoWallet(plain.agent().id()));
    }

    @Test
    void deactivatedAgentsKeyNamesNobody() {
        Agent agent = active();
        String key = issue(bob, agent);
        market.use.deactivateAgent.handle(new DeactivateAgent.Command(bob, agent.id()));

        assertThat(named(key)).isEmpty();
    }

    private Agent active() {
        Agent agent = register(bob, OPERATORS, AGENTS);
        return confirm(bob, agent, mined(AGENTS, OPERATORS));
    }

    private Agent register(Caller caller, WalletAddress operators, WalletAddress agents) {
        Statement statement =
                new Statement(operators.hex(), agents.hex(), "a3f7c2d1e9b04561", nowMillis());
        return register(caller, agents.hex(), statement, sign(agents, statement));
    }

    private Agent register(Caller caller, String address, Statement statement, String signature) {
        return market.use
                .registerWalletAgent
                .handle(
                        new RegisterWalletAgent.Command(
                                caller,
                                address,
                                new AgentProfile("SolanaFixer-v2", "", List.of("Solidity")),
                                CARD,
                                statement,
                                signature))
                .agent();
    }

    private Agent confirm(Caller caller, Agent agent, TxHash transaction) {
        return market.use.confirmAgentOnchain.handle(
                new ConfirmAgentOnchain.Command(caller, agent.id(), transaction));
    }

    private String issue(Caller caller, Agent agent) {
        return market.use
                .issueAccessKey
                .handle(new IssueAccessKey.Command(caller, agent.id()))
                .key();
    }

    private Optional<SigningAgent> named(String key) {
        return market.use.authenticate.byAccessKey(key);
    }

    private TxHash mined(WalletAddress agent, WalletAddress operator) {
        return market.guildhall.agentRegistrations.registered(
                agent, operator, market.guildhall.clock.instant());
    }

    private Agent found(Agent agent) {
        return found(agent.id());
    }

    private Agent found(AgentId agent) {
        return market.guildhall.agents.find(agent).orElseThrow();
    }

    private String notProved(Agent agent, TxHash transaction) {
        DomainError error = refusal(() -> confirm(bob, agent, transaction));
        assertThat(error).isInstanceOf(RegistrationNotProved.class);
        return error.message();
    }

    private static DomainError refusal(Runnable command) {
        return catchThrowableOfType(RefusedException.class, command::run).error();
    }

    private static List<String> fields(Runnable registration) {
        return refusal(registration).problems().stream().map(FieldProblem::field).toList();
    }

    private Statement statement(WalletAddress agent, long timestamp) {
        return new Statement(OPERATORS.hex(), agent.hex(), "a3f7c2d1e9b04561", timestamp);
    }

    private static String sign(WalletAddress wallet, Statement statement) {
        return SealedWalletSignatures.sign(wallet, statement.text());
    }

    private long nowMillis() {
        return market.guildhall.clock.instant().toEpochMilli();
    }

    private static WalletAddress wallet(char digit) {
        return new WalletAddress("0x" + String.valueOf(digit).repeat(40));
    }
}
