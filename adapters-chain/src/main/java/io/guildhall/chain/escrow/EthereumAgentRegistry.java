package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Tuple;
import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.escrow.ContractCalls.View;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentRegistrations;
import java.util.Optional;

/** The contract {@code AgentRegistry}, in which a wallet enters itself once. */
public final class EthereumAgentRegistry implements AgentRegistrations {

    private final Nodes nodes;
    private final WalletAddress contract;
    private final ContractCalls calls;
    private final BlockTimes times;
    private final Abi registry = Abi.ofAgentRegistry();
    private final Event<Tuple> registered;

    public EthereumAgentRegistry(Nodes nodes, ChainSettings settings) {
        this.nodes = nodes;
        this.contract = settings.registry();
        this.calls = new ContractCalls(nodes);
        this.times = new BlockTimes(nodes);
        this.registered =
                registry.events().stream()
                        .filter(event -> event.getName().equals("AgentRegistered"))
                        .findFirst()
                        .orElseThrow();
    }

    @Override
    public Finding registeredBy(TxHash transaction) {
        Optional<MinedTransaction> mined = MinedTransaction.find(nodes, transaction);
        if (mined.isEmpty()) {
            return new Finding.Unknown();
        }
        return mined.get().logsOf(contract).stream()
                .filter(log -> log.topic().equals(VaultEvents.topic(registered)))
                .findFirst()
                .<Finding>map(this::registered)
                .orElseGet(Finding.NoRegistration::new);
    }

    @Override
    public boolean isActive(WalletAddress agent) {
        return calls.ask(View.of(contract, registry.function("isActive"), Solidity.address(agent)))
                .get(0);
    }

    private Finding registered(RawLog log) {
        Fields fields = log.fields(registered);
        return new Finding.Registered(
                fields.wallet("agent"), fields.wallet("operator"), times.of(log.blockHash()));
    }
}
