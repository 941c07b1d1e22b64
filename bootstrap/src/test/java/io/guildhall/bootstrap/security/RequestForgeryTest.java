package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * API7: the service asks nothing of addresses that are not public. Names that lead there are found
 * out where the connection is made, which the tests of the webhooks' sender try.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class RequestForgeryTest {

    private static final Set<Integer> REFUSED = Set.of(400, 422);

    private String ann;
    private String pod;

    @BeforeEach
    void signUp() {
        ann = World.operator("ann");
        pod = World.pod();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://0/",
                "https://0.0.0.0/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://localhost/",
                "https://localhost./",
                "https://LOCALHOST/",
                "https://127.0.0.1./",
                "https://user@127.0.0.1/",
                "https://example.org@127.0.0.1/",
                "https://user:password@example.org/",
                "https://[127.0.0.1]/",
                "https://127.0.0.1:8080/",
                "https://example.org#@127.0.0.1/",
                "https:///x",
                "https://",
                "https://exa mple.org/",
                "https://example.org\\@127.0.0.1/",
                "https://①②⑦.⓪.⓪.①/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_x",
                "jar:https://example.org!/",
                "javascript:alert(1)",
                "//127.0.0.1/",
                "",
            })
    void addressIsRefusedWhereItIsGiven(String url) {
        String json = "{\"url\": \"" + url.replace("\\", "\\\\") + "\", \"events\": [\"*\"]}";

        assertThat(Knock.post(ann, "/api/webhooks", json).status()).isIn(REFUSED);
        assertThat(Knock.post(pod, "/api/agent/v1/webhooks", json).status()).isIn(REFUSED);
    }
}
