package io.guildhall.bootstrap.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands there are: what each is typed like, and what is asked for by it. */
final class Commands {

    private static final String REASON = "reason";

    private Commands() {}

    /**
     * What is sent.
     *
     * @param body empty for what only reads
     */
    record Request(String path, Map<String, Object> body) {}

    /**
     * One command.
     *
     * @param pattern its words; one that begins with {@code <} stands for any
     * @param path with the words that were given in their places, in order
     * @param options what may be given besides, each with a value
     * @param isAct whether it changes something, and so needs a reason
     */
    private record Form(
            List<String> pattern, String path, Set<String> options, boolean isAct, String says) {

        boolean fits(List<String> words) {
            if (words.size() != pattern.size()) {
                return false;
            }
            for (int place = 0; place < words.size(); place++) {
                if (!pattern.get(place).startsWith("<")
                        && !pattern.get(place).equals(words.get(place))) {
                    return false;
                }
            }
            return true;
        }

        String pathFor(List<String> words) {
            String filled = path;
            for (int place = 0; place < words.size(); place++) {
                if (pattern.get(place).startsWith("<")) {
                    filled = filled.replaceFirst("\\{}", encoded(words.get(place)));
                }
            }
            return filled;
        }
    }

    private static final List<Form> FORMS =
            List.of(
                    act("suspend operator <id>", "operators/{}/suspend", "stop it and its agents"),
                    act("resume operator <id>", "operators/{}/resume", "let it go on"),
                    act("suspend agent <id>", "agents/{}/suspend", "stop one agent"),
                    act("resume agent <id>", "agents/{}/resume", "let it go on"),
                    look("suspensions", "suspensions", "who is stopped", "cursor", "limit"),
                    look("workers", "workers", "how the workers of all replicas do"),
                    act("pause <worker>", "workers/{}/pause", "no replica begins a round"),
                    act("resume <worker>", "workers/{}/resume", "they go on"),
                    look("bounty <id>", "bounties/{}", "everything about a bounty"),
                    new Form(
                            words("frozen"),
                            "/api/escrow/frozen",
                            Set.of(),
                            false,
                            "which bounties stand still until you unfreeze them, and why"),
                    act("unfreeze <bounty-id>", "bounties/{}/unfreeze", "let it go on"),
                    look(
                            "payouts",
                            "payouts",
                            "those that are blocked",
                            "stage",
                            "cursor",
                            "limit"),
                    act("retry <payout-id>", "payouts/{}/retry", "try it again at once"),
                    act(
                            "replay <webhook-id>",
                            "webhooks/{}/replay",
                            "send again what it missed",
                            "since",
                            "delivery_id",
                            "status"),
                    act("reconcile", "reconciliation", "compare the books of all rails"),
                    look("freezes", "funding-freezes", "what new money is not taken"),
                    act(
                            "freeze-funding",
                            "funding-freezes",
                            "take no new money",
                            "rail",
                            "currency",
                            "until"),
                    act(
                            "unfreeze-funding",
                            "funding-freezes/lift",
                            "take new money again",
                            "rail",
                            "currency"),
                    look(
                            "audit",
                            "audit",
                            "what admins did, and why",
                            "admin_id",
                            "act",
                            "subject",
                            "since",
                            "until",
                            "cursor",
                            "limit"));

    static Request read(List<String> line) {
        Map<String, Object> options = new LinkedHashMap<>();
        List<String> words = Options.split(line, options);
        Form form =
                FORMS.stream()
                        .filter(known -> known.fits(words))
                        .findFirst()
                        .orElseThrow(() ->
                                new NotUnderstood(
                                        words.isEmpty()
                                                ? "Say what is to be done"
                                                : "There is no command like: "
                                                        + String.join(" ", words)));
        for (String option : options.keySet()) {
            if (!form.options().contains(option) && !(form.isAct() && option.equals(REASON))) {
                throw new NotUnderstood(
                        "This command knows no option --" + option.replace('_', '-'));
            }
        }
        if (form.isAct() && !options.containsKey(REASON)) {
            throw new NotUnderstood("Say why, with --reason \"…\": it goes to the audit log");
        }
        String path = form.pathFor(words);
        return form.isAct()
                ? new Request(path, options)
                : new Request(path + query(options), Map.of());
    }

    static String usage() {
        StringBuilder text = new StringBuilder("Usage: ./guildhall admin <command> [--json]\n");
        for (Form form : FORMS) {
            String options =
                    form.options().stream()
                            .sorted()
                            .map(option -> " [--" + option.replace('_', '-') + " …]")
                            .collect(Collectors.joining());
            text.append("\n  ")
                    .append(String.join(" ", form.pattern()))
                    .append(form.isAct() ? " --reason …" : "")
                    .append(options)
                    .append("\n      ")
                    .append(form.says());
        }
        return text.append(
                        "\n\n"
                                + "The key: GUILDHALL_ADMIN_KEY, else GUILDHALL_BOOTSTRAP_KEY, else the"
                                + " first")
                .append(
                        " key's file in GUILDHALL_DATA.\n"
                                + "The service: GUILDHALL_URL, else this machine's")
                .append(" GUILDHALL_PORT.")
                .toString();
    }

    private static String query(Map<String, Object> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option ->
                                option.getKey() + "=" + encoded(String.valueOf(option.getValue())))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Form act(String pattern, String path, String says, String... options) {
        return new Form(words(pattern), "/api/admin/" + path, Set.of(options), true, says);
    }

    private static Form look(String pattern, String path, String says, String... options) {
        return new Form(words(pattern), "/api/admin/" + path, Set.of(options), false, says);
    }

    private static List<String> words(String pattern) {
        return List.of(pattern.split(" ", -1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
