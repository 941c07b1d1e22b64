package io.guildhall.messaging.webhook;

import java.util.regex.Pattern;

/**
 * How a host may be written. What ends in a number is an address, and {@code 0177.0.0.1}, {@code
 * 127.1} or {@code 0x7f000001} is not the same one to everybody who reads it; so an address is
 * taken in its usual form only, and no resolver is asked about another.
 */
final class HostSpelling {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern USUAL_ADDRESS = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern ENDS_IN_NUMBER =
            Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.*|\\.*", Pattern.CASE_INSENSITIVE);

    private HostSpelling() {}

    /**
     * @param host as the parser of URLs gives it, an address of IPv6 without its brackets
     */
    static boolean isClear(String host) {
        return !ENDS_IN_NUMBER.matcher(host).matches() || USUAL_ADDRESS.matcher(host).matches();
    }
}
