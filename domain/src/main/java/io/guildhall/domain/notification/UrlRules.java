package io.guildhall.domain.notification;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the address of an endpoint must look like. It is only about the form: to which machine a
 * name leads is known when the connection is made, and is checked then.
 *
 * @param privateAllowed whether an installation for development may be sent to, by http too
 */
public record UrlRules(boolean privateAllowed) {

    private static final int LENGTH_MAX = 2_000;
    private static final int PORT_MAX = 65_535;

    /**
     * Programs read such a host as an address, each in its own way (127.1, 0x7f.1, 017700000001).
     */
    private static final Pattern ENDS_IN_A_NUMBER =
            Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?");

    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private static final String ODDLY_SPELLED =
            "must spell an IP address in the usual way, as four decimal numbers or as IPv6 in brackets";

    /** What is wrong with it, to be read behind its field's name; empty when nothing is. */
    public Optional<String> problem(String url) {
        if (url.length() > LENGTH_MAX) {
            return Optional.of("must be at most " + LENGTH_MAX + " characters long");
        }
        try {
            return problem(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.of("must be a URL such as https://example.org/hooks");
        }
    }

    private Optional<String> problem(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) && !isAllowedHttp(url)) {
            return Optional.of(
                    privateAllowed
                            ? "must begin with https:// or http://"
                            : "must begin with https://");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("must hold no user name or password");
        }
        if (url.getRawFragment() != null) {
            return Optional.of("must hold no fragment (#)");
        }
        String host = url.getHost();
        if (host == null) {
            String authority = url.getRawAuthority();
            return Optional.of(
                    authority != null && ENDS_IN_A_NUMBER.matcher(lower(authority)).matches()
                            ? ODDLY_SPELLED
                            : "must name a host, in ASCII letters");
        }
        if (url.getPort() == 0 || url.getPort() > PORT_MAX) {
            return Optional.of("must have a port of 1 to " + PORT_MAX);
        }
        return problemOfHost(lower(host));
    }

    private boolean isAllowedHttp(URI url) {
        return privateAllowed && "http".equalsIgnoreCase(url.getScheme());
    }

    private Optional<String> problemOfHost(String host) {
        if (host.endsWith(".")) {
            return Optional.of("must name a host without a dot at its end");
        }
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return privateAllowed
                    ? Optional.empty()
                    : Optional.of("must not be localhost: nothing is sent to the machine itself");
        }
        if (host.startsWith("[")) {
            return problemOfAddress(host.substring(1, host.length() - 1));
        }
        if (!ENDS_IN_A_NUMBER.matcher(host).matches()) {
            return Optional.empty();
        }
        return FOUR_NUMBERS.matcher(host).matches()
                ? problemOfAddress(host)
                : Optional.of(ODDLY_SPELLED);
    }

    private Optional<String> problemOfAddress(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            if (address instanceof Inet4Address && literal.contains(":")) {
                return Optional.of(ODDLY_SPELLED);
            }
            return privateAllowed || PublicAddresses.include(address)
                    ? Optional.empty()
                    : Optional.of(
                            "must not be a private, loopback, link-local or otherwise reserved address");
        } catch (IllegalArgumentException e) {
            return Optional.of(ODDLY_SPELLED);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
