package io.guildhall.chain.testnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.chain.rpc.NodeUrl;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of one's own: a real node in a process of its own, which makes a block when it is told
 * to. It ends with the JVM at the latest.
 */
public final class Anvil implements AutoCloseable {

    public static final long CHAIN_ID = 31_337;

    private static final String LISTENING = "Listening on ";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final @Nullable Process process;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private Anvil(@Nullable Process process, String url) {
        this.process = process;
        this.url = url;
    }

    public static Anvil start() {
        return start(CHAIN_ID, 0);
    }

    /**
     * @param port where one listened before that was closed; 0 for any
     */
    @SuppressWarnings("resource")
    public static Anvil start(long chainId, int port) {
        try {
            Process process =
                    new ProcessBuilder(
                                    FoundryTools.program("anvil").toString(),
                                    "--host",
                                    "127.0.0.1",
                                    "--port",
                                    Integer.toString(port),
                                    "--chain-id",
                                    Long.toString(chainId),
                                    "--accounts",
                                    "1",
                                    "--threads",
                                    "1",
                                    "--order",
                                    "fifo",
                                    "--no-mining")
                            .redirectErrorStream(true)
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Anvil(process, "http://" + listeningAt(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One that somebody else has started, and ends.
     *
     * @param url as {@link #urlText} tells it
     */
    public static Anvil at(String url) {
        return new Anvil(null, url);
    }

    private static String listeningAt(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                // What it says further is not read, and must not fill the pipe.
                Thread.ofVirtual().start(() -> drain(output));
                return line.substring(LISTENING.length());
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The node ended: " + said);
    }

    private static void drain(BufferedReader output) {
        output.lines().forEach(line -> {});
    }

    public NodeUrl url() {
        return NodeUrl.of(url);
    }

    public String urlText() {
        return url;
    }

    public int port() {
        return URI.create(url).getPort();
    }

    /** One block with whatever waits for it. */
    public void mine() {
        ask("evm_mine");
    }

    public void mine(int blocks) {
        ask("anvil_mine", blocks);
    }

    /** From now on each transaction gets its block at once, or waits for one again. */
    public void mineAtOnce(boolean on) {
        ask("evm_setAutomine", on);
    }

    /** The chain's clock goes on from there, and a block is made at that time. */
    public void pass(Duration time) {
        ask("evm_increaseTime", time.toSeconds());
        mine();
    }

    /** What the newest block has for its time. */
    public Instant now() {
        JsonNode block = ask("eth_getBlockByNumber", "latest", false);
        return Instant.ofEpochSecond(Long.decode(block.path("timestamp").asText()));
    }

    public long head() {
        return Long.decode(ask("eth_blockNumber").asText());
    }

    /** All of the chain's state, to go back to. */
    public String snapshot() {
        return ask("evm_snapshot").asText();
    }

    public void revert(String snapshot) {
        ask("evm_revert", snapshot);
    }

    /** Empty blocks take the place of the newest ones, whose transactions are lost. */
    public void reorganise(int depth) {
        ask("anvil_reorg", depth, List.of());
    }

    /** The transaction does not wait for a block any more. */
    public void drop(TxHash transaction) {
        ask("anvil_dropTransaction", transaction.hex());
    }

    public void setBalance(WalletAddress wallet, BigInteger wei) {
        ask("anvil_setBalance", wallet.hex(), "0x" + wei.toString(16));
    }

    /**
     * @param slot {@code 0x} and 64 hex digits, as the value
     */
    public void setStorage(WalletAddress contract, String slot, String value) {
        ask("anvil_setStorageAt", contract.hex(), slot, value);
    }

    /** Any question that the node understands. */
    public JsonNode ask(String method, Object... parameters) {
        ObjectNode question = MAPPER.createObjectNode();
        question.put("jsonrpc", "2.0").put("id", 1).put("method", method);
        question.set("params", MAPPER.valueToTree(parameters));
        try {
            String answer =
                    client.send(
                                    HttpRequest.newBuilder(URI.create(url))
                                            .header("Content-Type", "application/json")
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofString(
                                                            question.toString()))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
            JsonNode json = MAPPER.readTree(answer);
            if (json.has("error")) {
                throw new IllegalStateException(method + ": " + json.path("error"));
            }
            return json.path("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a power cut does. */
    @Override
    public void close() {
        client.close();
        Process own = process;
        if (own == null) {
            return;
        }
        own.destroyForcibly();
        try {
            own.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
