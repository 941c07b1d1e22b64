package io.guildhall.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mine?status=open&q=a%20b", "/bounties/bnt_1/watch"})
    void pagesOfOursAreGoneTo(String page) {
        assertThat(Next.of(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/a b",
                "/x\\y"
            })
    void everythingElseIsTheBoard(String address) {
        assertThat(Next.of(address)).isEqualTo("/");
    }
}
