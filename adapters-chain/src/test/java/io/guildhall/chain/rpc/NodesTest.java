package io.guildhall.chain.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.testnet.StubNode;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.shared.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTest {

    private static final Question BALANCE = Question.of("eth_getBalance", "0x01", "latest");

    private final StubNode first = StubNode.on(7, 100).result("eth_getBalance", "\"0x1\"");
    private final StubNode second = StubNode.on(7, 100).result("eth_getBalance", "\"0x2\"");

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @AfterEach
    void end() {
        first.close();
        second.close();
    }

    @Test
    void firstNodeIsAskedAsLongAsItAnswers() {
        Nodes nodes = nodes(first, second);

        assertThat(balance(nodes)).isEqualTo("0x1");
        assertThat(balance(nodes)).isEqualTo("0x1");
        assertThat(second.asked()).doesNotContain("eth_getBalance");
    }

    @Test
    void lostNodeIsReplacedAndTheNextOneKept() {
        Nodes nodes = nodes(first, second);
        balance(nodes);
        first.everything(503, "");

        assertThat(balance(nodes)).isEqualTo("0x2");

        int asked = first.asked().size();

        assertThat(balance(nodes)).isEqualTo("0x2");
        assertThat(first.asked()).hasSize(asked);
    }

    @Test
    void closedNodeIsReplaced() {
        Nodes nodes = nodes(first, second);
        balance(nodes);
        first.close();

        assertThat(balance(nodes)).isEqualTo("0x2");
    }

    @Test
    void replacedNodeIsNotLeftForTheFirstWhenThatIsBack() {
        Nodes nodes = nodes(first, second);
        first.everything(503, "");
        balance(nodes);
        first.everything(200, "");
        now = now.plus(NodeChoice.COMPARED_EVERY);

        assertThat(balance(nodes)).isEqualTo("0x2");
    }

    @Test
    void nodeOnAnotherChainIsNotAsked() {
        try (StubNode other = StubNode.on(8, 100).result("eth_getBalance", "\"0x9\"")) {
            assertThat(balance(nodes(other, second))).isEqualTo("0x2");

            assertRefused(nodes(other), "node 1: on chain 8 instead of 7");
        }
    }

    @Test
    void nodeThatIsBehindIsNotAsked() {
        first.at(80);

        assertThat(balance(nodes(first, second))).isEqualTo("0x2");
    }

    @Test
    void nodeThatFallsBehindIsLeft() {
        Nodes nodes = nodes(first, second);
        balance(nodes);
        second.at(200);
        now = now.plus(NodeChoice.COMPARED_EVERY);

        assertThat(balance(nodes)).isEqualTo("0x2");
    }

    @Test
    void nodeBehindWhatWasSeenIsNotAskedThoughItIsTheLastOne() {
        Nodes nodes = nodes(first, second);
        balance(nodes);
        nodes.sawBlock(150);
        first.close();

        assertRefused(nodes, "node 2: behind, at block 100");

        now = now.plus(NodeChoice.REMEMBERED);

        assertThat(balance(nodes)).isEqualTo("0x2");
    }

    @Test
    void nodeAloneIsBehindNobody() {
        Nodes nodes = nodes(first);
        balance(nodes);
        nodes.sawBlock(150);
        now = now.plus(NodeChoice.COMPARED_EVERY);

        assertThat(balance(nodes)).isEqualTo("0x1");
    }

    @Test
    void slowNodeIsReplacedAfterItsTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();

            ChainSettings impatient =
                    settings(List.of(url, second.url("/")), Duration.ofMillis(500));

            assertThat(balance(new Nodes(impatient, () -> now))).isEqualTo("0x2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>Bad gateway</html>", "7", "{}", "[]", "{\"jsonrpc\":\"2.0\"}"})
    void whatIsNoAnswerComesFromALostNode(String body) {
        Nodes nodes = nodes(first, second);
        balance(nodes);
        first.everything(200, body);

        assertThat(balance(nodes)).isEqualTo("0x2");
    }

    @ParameterizedTest
    @CsvSource({
        "-32601, the method is not available",
        "-32005, daily request count exceeded",
        "-32029, Too Many Requests",
        "-32603, Internal error",
        "-32000, header not found",
    })
    void nodeThatSpeaksOfItsOwnTroubleIsReplaced(int code, String message) {
        first.error("eth_getBalance", code, message);

        assertThat(balance(nodes(first, second))).isEqualTo("0x2");
    }

    @Test
    void refusedQuestionIsNotPutToOthers() {
        first.error("eth_getBalance", -32602, "invalid address");
        Nodes nodes = nodes(first, second);

        assertThatExceptionOfType(NodeRefusal.class)
                .isThrownBy(() -> nodes.ask(BALANCE))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(-32602));
        assertRefused(nodes, "invalid address");
        assertThat(second.asked()).doesNotContain("eth_getBalance");
    }

    @Test
    void repliesComeInTheOrderOfTheQuestions() {
        first.result("eth_gasPrice", "\"0x5\"");
        List<Question> questions =
                IntStream.range(0, 120)
                        .mapToObj(place -> place % 2 == 0 ? BALANCE : Question.of("eth_gasPrice"))
                        .toList();

        List<Reply> replies = nodes(first).askAll(questions);

        assertThat(replies).hasSize(120);
        assertThat(replies.get(118).value().asText()).isEqualTo("0x1");
        assertThat(replies.get(119).value().asText()).isEqualTo("0x5");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) {
        Nodes nodes = nodes(first);
        balance(nodes);
        first.sendsOn(status, second.url("/"));

        assertRefused(nodes, "HTTP status " + status);

        assertThat(second.asked()).isEmpty();
    }

    @Test
    void answerWithoutEndIsNotRead() {
        Nodes nodes = nodes(first);
        balance(nodes);
        first.everything(200, "\"" + "x".repeat((int) Node.ANSWER_BYTES_MAX + 1) + "\"");

        assertThatExceptionOfType(NodeRefusal.class)
                .isThrownBy(() -> nodes.ask(BALANCE))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(413));
    }

    @Test
    void keysInUrlsAreToldToNobody() {
        String key = "k3yOfTheProvider";
        StubNode repeating = first.error("eth_getBalance", -32602, "no such thing for /v3/" + key);
        Nodes nodes = nodes(List.of(repeating.url("/v3/" + key)));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> nodes.answer(BALANCE))
                .satisfies(refused -> assertThat(refused.error().message()).doesNotContain(key));
        first.close();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> nodes.answer(BALANCE))
                .satisfies(refused ->
                        assertThat(refused.error().message())
                                .doesNotContain(key)
                                .doesNotContain("127.0.0.1"));
        assertThat(settings(List.of("https://user:pa55word@example.org/" + key)).toString())
                .doesNotContain(key)
                .doesNotContain("pa55word");
    }

    @Test
    void whenNoneAnswersEachIsNamedByItsPlace() {
        first.close();
        second.everything(429, "");

        assertRefused(nodes(first, second), "node 1: no connection; node 2: HTTP status 429");
    }

    private static String balance(Nodes nodes) {
        return nodes.answer(BALANCE).asText();
    }

    private static void assertRefused(Nodes nodes, String reason) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> nodes.answer(BALANCE))
                .satisfies(refused ->
                        assertThat(refused.error())
                                .isInstanceOfSatisfying(
                                        ChainUnavailable.class,
                                        error -> assertThat(error.reason()).contains(reason)));
    }

    private Nodes nodes(StubNode... nodes) {
        return nodes(Arrays.stream(nodes).map(node -> node.url("/")).toList());
    }

    private Nodes nodes(List<String> urls) {
        return new Nodes(settings(urls), () -> now);
    }

    private static ChainSettings settings(List<String> urls) {
        return settings(urls, Duration.ofSeconds(20));
    }

    private static ChainSettings settings(List<String> urls, Duration timeLimit) {
        WalletAddress any = new WalletAddress("0x" + "1".repeat(40));
        return new ChainSettings(
                urls.stream().map(NodeUrl::of).toList(), 7, any, any, any, timeLimit, 8);
    }
}
