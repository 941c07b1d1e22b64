package io.guildhall.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.domain.notification.UrlRules;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The address of a webhook: what is taken has a host that no program reads as an address which is
 * not public.
 */
class WebhookUrlFuzzTest {

    private static final UrlRules RULES = new UrlRules(false);

    @FuzzTest(maxDuration = "1m")
    void whatIsTakenIsNoPrivateAddress(FuzzedDataProvider data) {
        String input = data.consumeRemainingAsString();
        isRefusedOrLeadsOut(input.contains("://") ? input : "https://" + input);
    }

    @Test
    void whatIsKeptIsAnAddress() throws Exception {
        Map<String, String> kept =
                Kept.of(WebhookUrlFuzzTest.class, "whatIsTakenIsNoPrivateAddress");

        assertThat(kept).containsOnlyKeys("mapped", "name", "octal", "user");
        kept.forEach((name, url) -> {
            assertThat(URI.create(url).getScheme()).as(name).isEqualTo("https");
            assertThat(isRefusedOrLeadsOut(url)).as(name).isEqualTo(!name.equals("name"));
        });
    }

    /** Whether it is refused. */
    private static boolean isRefusedOrLeadsOut(String url) {
        if (RULES.problem(url).isPresent()) {
            return true;
        }
        String host = URI.create(url).getHost().toLowerCase(Locale.ROOT);
        InetAddress literal = literal(host);
        if ((literal != null && isNear(literal)) || isLocalhost(host)) {
            throw new AssertionError("Leads home: " + url);
        }
        return false;
    }

    /** As the most generous of programs read it; null for a name. */
    private static @Nullable InetAddress literal(String host) {
        try {
            return host.startsWith("[")
                    ? InetAddress.ofLiteral(host.substring(1, host.length() - 1))
                    : Inet4Address.ofPosixLiteral(host);
        } catch (IllegalArgumentException aName) {
            return null;
        }
    }

    /** Or a name in it; one that only ends in these letters is anybody's. */
    private static boolean isLocalhost(String host) {
        return ("." + host).replaceFirst("\\.$", "").endsWith(".localhost");
    }

    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
