package io.guildhall.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {

    private static final UrlRules STRICT = new UrlRules(false);
    private static final UrlRules FOR_DEVELOPMENT = new UrlRules(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTPS://Example.ORG/hooks?a=b",
                "https://example.org:8443/",
                "https://example.org:65535",
                "https://xn--bcher-kva.example/",
                "https://8.8.8.8/hook",
                "https://172.15.0.1",
                "https://172.32.0.1",
                "https://100.63.0.1",
                "https://100.128.0.1",
                "https://[2606:4700:4700::1111]/hook",
                "https://0x7f.example.org"
            })
    void publicAddressIsTaken(String url) {
        assertThat(STRICT.problem(url)).isEmpty();
        assertThat(FOR_DEVELOPMENT.problem(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org, must begin with https://",
        "ftp://example.org, must begin with https://",
        "example.org/hooks, must begin with https://",
        "https://user@example.org, must hold no user name",
        "https://user:word@example.org, must hold no user name",
        "https://example.org/#part, must hold no fragment",
        "https://, must be a URL",
        "https:///path, must name a host",
        "https://exa mple.org, must be a URL",
        "https://bücher.example, must name a host",
        "https://a_b.example.org, must name a host",
        "https://example.org:0, must have a port",
        "https://example.org:65536, must have a port",
        "https://example.org., must name a host without a dot",
    })
    void addressOfAnotherFormIsRefusedAndToldWhy(String url, String problem) {
        assertThat(STRICT.problem(url))
                .hasValueSatisfying(text -> assertThat(text).contains(problem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.1",
                "https://0",
                "https://0x7f000001",
                "https://0X7F.1",
                "https://2130706433/",
                "https://017700000001",
                "https://0177.0.0.1",
                "https://127.0.0.1.",
                "https://1.2.3.4.5",
                "https://999.1.1.1",
                "https://127.0.0.0x1",
                "https://[::ffff:169.254.169.254]",
                "https://[::ffff:8.8.8.8]",
                "https://2130706433:8443/"
            })
    void oddlySpelledAddressIsRefusedEvenForDevelopment(String url) {
        for (UrlRules rules : new UrlRules[] {STRICT, FOR_DEVELOPMENT}) {
            assertThat(rules.problem(url))
                    .as(url)
                    .hasValueSatisfying(
                            text -> assertThat(text).containsAnyOf("usual way", "without a dot"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost",
                "https://LOCALHOST:8443/hook",
                "https://deep.localhost",
                "https://127.0.0.1",
                "https://127.255.255.254",
                "https://0.0.0.0",
                "https://10.0.0.1",
                "https://172.16.0.1",
                "https://172.31.255.255",
                "https://192.168.1.1",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1",
                "https://100.127.255.255",
                "https://192.0.0.1",
                "https://192.0.2.1",
                "https://198.18.0.1",
                "https://192.88.99.1",
                "https://198.51.100.1",
                "https://203.0.113.1",
                "https://224.0.0.1",
                "https://255.255.255.255",
                "https://[::1]",
                "https://[::]",
                "https://[fe80::1]",
                "https://[fc00::1]",
                "https://[fd12:3456::1]",
                "https://[ff02::1]",
                "https://[64:ff9b::7f00:1]",
                "https://[2002:7f00:1::]",
                "https://[2001:0:7f00:1::]",
                "https://168.63.129.16",
                "https://[2001:20::1]",
                "https://[2001:db8::1]",
                "https://[3fff::1]",
                "https://[5f00::1]"
            })
    void addressThatIsNotPublicIsForDevelopmentOnly(String url) {
        assertThat(STRICT.problem(url))
                .hasValueSatisfying(text -> assertThat(text).startsWith("must not be "));
        assertThat(FOR_DEVELOPMENT.problem(url)).isEmpty();
    }

    @Test
    void plainHttpIsForDevelopmentOnly() {
        assertThat(FOR_DEVELOPMENT.problem("http://localhost:8080/hook")).isEmpty();
        assertThat(FOR_DEVELOPMENT.problem("ftp://localhost"))
                .isEqualTo(Optional.of("must begin with https:// or http://"));
    }

    @Test
    void addressIsAtMostTwoThousandCharactersLong() {
        String start = "https://example.org/";

        assertThat(STRICT.problem(start + "a".repeat(2_000 - start.length()))).isEmpty();
        assertThat(STRICT.problem(start + "a".repeat(2_001 - start.length())))
                .isEqualTo(Optional.of("must be at most 2000 characters long"));
    }
}
