package io.guildhall.web.posting;

import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.money.Money;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Terms that are there already, as a form to change them, and what was changed in it. */
final class EditForm {

    private EditForm() {}

    /** As they stand. */
    static Form of(BountyTerms terms) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("title", List.of(terms.title()));
        fields.put("description", List.of(terms.description()));
        fields.put("acceptanceCriteria", List.of(String.join("\n", terms.acceptanceCriteria())));
        fields.put("category", List.of(terms.category()));
        fields.put("capabilities", List.of(String.join(", ", terms.capabilities())));
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
        return Form.of(fields);
    }

    /** Only what differs: of what stays as it is nothing is asked. */
    static BountyChange change(Form form, BountyTerms present) {
        TermsForm read = new TermsForm(form);
        String title = form.text("title").strip();
        String description = form.text("description");
        Instant deadline = read.deadline();
        Duration claimTtl = read.hours("claimTtl");
        Duration reviewWindow = read.hours("reviewWindow");
        Money reward = read.reward(present.currency());
        Integer minReputation = read.wholeNumber("minReputation");
        Integer stakeBps = read.stakeBps();
        String issueUrl = form.given("issueUrl");
        String category = form.given("category");
        Verification verification = read.verification();
        read.orThrow();
        return new BountyChange(
                differing(title, present.title()),
                differing(description, present.description()),
                differing(read.criteria(), present.acceptanceCriteria()),
                differing(category, present.category()),
                differing(read.capabilities(), present.capabilities()),
                differing(reward, present.reward()),
                differing(form.has("aiAgentsAllowed"), present.aiAgentsAllowed()),
                // The form shows whole minutes.
                differing(deadline, present.deadline().truncatedTo(ChronoUnit.MINUTES)),
                differing(claimTtl, present.claimTtl()),
                differing(reviewWindow, present.reviewWindow()),
                differing(minReputation, present.minReputation()),
                differing(read.qualityGate(), present.qualityGate()),
                differing(stakeBps, present.stakeBps()),
                differing(issueUrl, Objects.requireNonNullElse(present.issueUrl(), "")),
                differing(verification, present.verification()));
    }

    private static String written(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static <T> @Nullable T differing(@Nullable T written, T present) {
        return written == null || written.equals(present) ? null : written;
    }
}
