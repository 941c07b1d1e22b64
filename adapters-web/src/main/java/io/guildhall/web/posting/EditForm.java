package io.guildhall.web.posting;

import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.money.Currency;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Terms that are there already, as a form to change them, and what was changed in it. A field shows
 * less than the terms hold (lines for criteria, whole minutes, no line ends of its own), and others
 * may change them while the form is open: so each field is drawn with a mark of what it held, and
 * one that comes back as it was drawn leaves its term alone.
 */
final class EditForm {

    /** Under this name the marks travel along. */
    private static final String DRAWN = "drawn";

    private static final List<String> FIELDS =
            List.of(
                    "title",
                    "description",
                    "acceptanceCriteria",
                    "category",
                    "capabilities",
                    "reward",
                    "aiAgentsAllowed",
                    "deadline",
                    "claimTtl",
                    "reviewWindow",
                    "minReputation",
                    "qualityGate",
                    "stakeBps",
                    "issueUrl",
                    "verification");

    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

    private final Form form;
    private final TermsForm read;

    EditForm(Form form) {
        this.form = form;
        this.read = new TermsForm(form);
    }

    /** As they stand, and as a browser sends them back. */
    static Form of(BountyTerms terms) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("title", List.of(onOneLine(terms.title())));
        fields.put("description", List.of(inLines(terms.description())));
        fields.put(
                "acceptanceCriteria",
                List.of(inLines(String.join("\n", terms.acceptanceCriteria()))));
        fields.put("category", List.of(terms.category()));
        fields.put("capabilities", List.of(onOneLine(String.join(", ", terms.capabilities()))));
        fields.put("reward", List.of(Amounts.plain(terms.reward())));
        fields.put("currency", List.of(terms.currency().word()));
        fields.put("rail", List.of(terms.isOnChain() ? "escrow" : "ledger"));
        fields.put("deadline", List.of(written(terms.deadline())));
        fields.put("claimTtl", List.of(String.valueOf(terms.claimTtl().toHours())));
        fields.put("reviewWindow", List.of(String.valueOf(terms.reviewWindow().toHours())));
        fields.put("minReputation", List.of(String.valueOf(terms.minReputation())));
        fields.put("qualityGate", List.of(terms.qualityGate() ? "on" : "off"));
        fields.put(
                "stakeBps",
                List.of(
                        BigDecimal.valueOf(terms.stakeBps(), 2)
                                .stripTrailingZeros()
                                .toPlainString()));
        fields.put("issueUrl", List.of(Objects.requireNonNullElse(terms.issueUrl(), "")));
        fields.put(
                "verification", terms.verification().proofs().stream().map(Proof::word).toList());
        if (terms.aiAgentsAllowed()) {
            fields.put("aiAgentsAllowed", List.of("true"));
        }
        Form drawn = Form.of(fields);
        fields.put(DRAWN, FIELDS.stream().map(field -> mark(field, drawn)).toList());
        return Form.of(fields);
    }

    /** Of a field that nobody touched nothing is asked, not even that it can be read. */
    BountyChange change(Currency currency) {
        BountyChange change =
                new BountyChange(
                        isTouched("title") ? form.text("title").strip() : null,
                        isTouched("description") ? form.text("description") : null,
                        isTouched("acceptanceCriteria") ? read.criteria() : null,
                        isTouched("category") ? form.given("category") : null,
                        isTouched("capabilities") ? read.capabilities() : null,
                        isTouched("reward") ? read.reward(currency) : null,
                        isTouched("aiAgentsAllowed") ? form.has("aiAgentsAllowed") : null,
                        isTouched("deadline") ? read.deadline() : null,
                        isTouched("claimTtl") ? read.hours("claimTtl") : null,
                        isTouched("reviewWindow") ? read.hours("reviewWindow") : null,
                        isTouched("minReputation") ? read.wholeNumber("minReputation") : null,
                        isTouched("qualityGate") ? read.qualityGate() : null,
                        isTouched("stakeBps") ? read.stakeBps() : null,
                        isTouched("issueUrl") ? form.given("issueUrl") : null,
                        isTouched("verification") ? read.verification() : null);
        read.orThrow();
        return change;
    }

    private boolean isTouched(String field) {
        return !form.all(DRAWN).contains(mark(field, form));
    }

    /** Of the values in whatever order: boxes are sent as the page has them. */
    private static String mark(String field, Form form) {
        String values = String.join("\n", form.all(field).stream().sorted().toList());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(values.getBytes(StandardCharsets.UTF_8));
            return field + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String inLines(String text) {
        return LINE_END.matcher(text).replaceAll("\n");
    }

    /** Browsers leave out what a field of one line cannot hold. */
    private static String onOneLine(String text) {
        return LINE_END.matcher(text).replaceAll("");
    }

    private static String written(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
