package io.guildhall.chain.escrow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.NodeRefusal;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.rpc.Question;
import io.guildhall.chain.rpc.Reply;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads blocks, receipts and the contract's events from the nodes of a chain. */
public final class EthereumChainReader implements ChainReader {

    private final Nodes nodes;
    private final WalletAddress contract;
    private final VaultEvents events = new VaultEvents(Abi.ofBountyManager());
    private final BlockTimes times;

    public EthereumChainReader(Nodes nodes, ChainSettings settings) {
        this.nodes = nodes;
        this.contract = settings.contract();
        this.times = new BlockTimes(nodes);
    }

    @Override
    public Block head() {
        Block head =
                block(nodes.answer(Question.of("eth_getBlockByNumber", "latest", false)))
                        .orElseThrow(() ->
                                new RefusedException(new ChainUnavailable("a node has no block")));
        nodes.sawBlock(head.number());
        return head;
    }

    @Override
    public Optional<Block> block(long number) {
        return block(nodes.answer(blockAt(number)));
    }

    @Override
    public Instant timeOf(Block block) {
        return times.of(block.hash());
    }

    @Override
    public List<ChainFact> facts(long from, long to) throws TooManyLogs {
        return facts(filter(from, to), from, to);
    }

    @Override
    public List<ChainFact> facts(OnchainId bounty, long from, long to) throws TooManyLogs {
        ObjectNode filter = filter(from, to);
        filter.withArray("topics").add(bounty.hex());
        return facts(filter, from, to);
    }

    @Override
    public Receipt receipt(TxHash transaction) {
        Optional<MinedTransaction> mined = MinedTransaction.find(nodes, transaction);
        if (mined.isEmpty()) {
            return new Receipt.None();
        }
        MinedTransaction found = mined.get();
        if (!found.passed()) {
            return new Receipt.Reverted(new Block(found.block(), found.blockHash()));
        }
        Instant at = times.of(found.blockHash());
        List<ChainFact> facts = new ArrayList<>();
        for (RawLog log : found.logsOf(contract)) {
            events.read(log).ifPresent(event -> facts.add(new ChainFact(event, log.origin(at))));
        }
        return new Receipt.Mined(found.origin(at), facts);
    }

    private ObjectNode filter(long from, long to) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.put("address", contract.hex());
        filter.put("fromBlock", Hex.of(from)).put("toBlock", Hex.of(to));
        ArrayNode anyOf = filter.putArray("topics").addArray();
        events.topics().forEach(anyOf::add);
        return filter;
    }

    private List<ChainFact> facts(ObjectNode filter, long from, long to) throws TooManyLogs {
        // A node that is a few blocks behind leaves out what it does not know and does not say so:
        // the newest block asked about is asked for in the same breath.
        List<Reply> replies =
                nodes.askAll(List.of(Question.of("eth_getLogs", filter), blockAt(to)));
        List<RawLog> logs = logs(replies.getFirst(), from, to);
        if (block(replies.getLast().value()).isEmpty()) {
            throw new RefusedException(
                    new ChainUnavailable("a node does not know block %d".formatted(to)));
        }
        return facts(logs);
    }

    private List<RawLog> logs(Reply reply, long from, long to) throws TooManyLogs {
        JsonNode answer;
        try {
            answer = reply.orThrow();
        } catch (NodeRefusal refusal) {
            if (LogLimits.isTooMany(refusal)) {
                throw new TooManyLogs(refusal.text());
            }
            throw refusal.unavailable();
        }
        List<RawLog> logs = RawLog.all(answer);
        // Asked for these only; but whoever believes more is told of other contracts' money.
        logs.removeIf(
                log -> !log.contract().equals(contract) || log.block() < from || log.block() > to);
        return logs;
    }

    private List<ChainFact> facts(List<RawLog> logs) {
        record Read(RawLog log, VaultEvent event) {}
        List<Read> read =
                logs.stream()
                        .flatMap(
                                log -> events.read(log).map(event -> new Read(log, event)).stream())
                        .toList();
        Map<String, Instant> at =
                times.of(read.stream().map(one -> one.log().blockHash()).toList());
        List<ChainFact> facts = new ArrayList<>(read.size());
        for (Read one : read) {
            Instant time = Objects.requireNonNull(at.get(one.log().blockHash()));
            facts.add(new ChainFact(one.event(), one.log().origin(time)));
        }
        facts.sort(Comparator.comparing(ChainFact::origin));
        return facts;
    }

    private static Question blockAt(long number) {
        return Question.of("eth_getBlockByNumber", Hex.of(number), false);
    }

    private Optional<Block> block(JsonNode json) {
        if (!json.path("hash").isTextual()) {
            return Optional.empty();
        }
        times.remember(json);
        return Optional.of(
                new Block(Hex.quantity(json.path("number")), json.path("hash").asText()));
    }
}
