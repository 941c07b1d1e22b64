package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostSpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4",
                "255.255.255.255",
                "0.0.0.0",
                "example.com",
                "example.com.",
                "7.example.com",
                "4chan.example",
                "a1",
                "xn--bcher-kva.example",
                "0x7f.example",
                "::1",
                "2001:db8::1",
                "2001:db8:1:2:3:4:5:6"
            })
    void nameAndUsualAddressAreClear(String host) {
        assertThat(HostSpelling.isClear(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "127.0.1",
                "0",
                "2130706433",
                "017700000001",
                "0177.0.0.1",
                "127.0.0.01",
                "127.0.0.256",
                "999.1.1.1",
                "1.2.3.4.5",
                "127.0.0.1.",
                "127.0.0.1..",
                "0x7f000001",
                "0X7F000001",
                "0x7f.1",
                "127.0.0.0x1",
                "0x",
                "example.1",
                "example.0x1.",
                "::ffff:127.0.0.1",
                ".",
                ""
            })
    void whatIsReadDifferentlyIsNot(String host) {
        assertThat(HostSpelling.isClear(host)).isFalse();
    }
}
