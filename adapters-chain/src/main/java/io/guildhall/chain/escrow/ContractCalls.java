package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.rpc.Question;
import io.guildhall.chain.rpc.Reply;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** Asks contracts what they know; nothing is sent. */
final class ContractCalls {

    private static final String NEWEST = "latest";

    private final Nodes nodes;

    ContractCalls(Nodes nodes) {
        this.nodes = nodes;
    }

    /** A function of a contract with its arguments. */
    record View(WalletAddress contract, Function function, Tuple arguments) {

        static View of(WalletAddress contract, Function function, Object... arguments) {
            return new View(contract, function, Tuple.from(arguments));
        }

        private Question at(String block) {
            ObjectNode call = JsonNodeFactory.instance.objectNode();
            call.put("to", contract.hex());
            call.put("data", Hex.of(function.encodeCall(arguments).array()));
            return Question.of("eth_call", call, block);
        }

        private Tuple answer(Reply reply) {
            byte[] returned = Hex.bytes(reply.value());
            try {
                return function.decodeReturn(returned);
            } catch (RuntimeException _) {
                // headlong has an exception of its own for every way of being wrong.
                throw new RefusedException(
                        new ChainUnavailable(
                                "%s does not answer as the contract should: is its address right?"
                                        .formatted(contract)));
            }
        }
    }

    Tuple ask(View view) {
        return askAll(NEWEST, List.of(view)).getFirst();
    }

    /** All in one block, so that they fit together. */
    List<Tuple> askTogether(View... views) {
        String head = nodes.answer(Question.of("eth_blockNumber")).asText();
        return askAll(head, List.of(views));
    }

    private List<Tuple> askAll(String block, List<View> views) {
        List<Reply> replies = nodes.askAll(views.stream().map(view -> view.at(block)).toList());
        List<Tuple> answers = new ArrayList<>(views.size());
        for (int place = 0; place < views.size(); place++) {
            answers.add(views.get(place).answer(replies.get(place)));
        }
        return answers;
    }
}
