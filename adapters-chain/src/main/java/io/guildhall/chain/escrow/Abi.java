package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.ABIJSON;
import com.esaulpaugh.headlong.abi.ContractError;
import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a contract of ours takes, says and refuses, as its sources compile to. */
final class Abi {

    private final Map<String, Function> functions;
    private final List<Event<Tuple>> events;
    private final List<ContractError<Tuple>> errors;

    private Abi(String json) {
        this.functions =
                ABIJSON.parseNormalFunctions(json).stream()
                        .collect(Collectors.toMap(Function::getName, function -> function));
        this.events = ABIJSON.parseEvents(json);
        this.errors = ABIJSON.parseErrors(json);
    }

    static Abi ofBountyManager() {
        return read("BountyManager");
    }

    static Abi ofAgentRegistry() {
        return read("AgentRegistry");
    }

    static Abi ofToken() {
        return read("TestUSDC");
    }

    Function function(String name) {
        return Objects.requireNonNull(functions.get(name), name);
    }

    List<Event<Tuple>> events() {
        return events;
    }

    List<ContractError<Tuple>> errors() {
        return errors;
    }

    private static Abi read(String contract) {
        String name = "/io/guildhall/chain/contracts/" + contract + ".abi.json";
        try (InputStream file = Objects.requireNonNull(Abi.class.getResourceAsStream(name), name)) {
            return new Abi(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
