package io.guildhall.payments.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.application.access.Secret;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.rail.NoticeNotSigned;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Understands Stripe's events. Of an event no more is read than what it is about: ids are the same
 * in every version of its API, and the rest is asked for, in the version that we speak.
 */
public final class StripeNoticeReader implements RailNoticeReader {

    /** How old, or how far ahead, a signature's time may be. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.]{1,100}");
    private static final int PARTS_MAX = 20;

    private final List<Secret> secrets;
    private final InstantSource worldClock;

    public StripeNoticeReader(StripeSettings settings, InstantSource worldClock) {
        this.secrets = settings.webhookSecrets();
        this.worldClock = worldClock;
    }

    @Override
    public Told read(String body, @Nullable String signature) {
        if (signature == null || !isSigned(body, signature)) {
            throw new RefusedException(new NoticeNotSigned());
        }
        return read(body);
    }

    @Override
    public Told read(String kept) {
        JsonNode event = parsed(kept);
        String id = event.path("id").asText();
        String type = event.path("type").asText();
        new Invalid.Check()
                .require(NAME.matcher(id).matches(), "id", "must be an event's")
                .require(NAME.matcher(type).matches(), "type", "must be an event's")
                .orThrow();
        return new Told(id, type, about(event));
    }

    private static JsonNode parsed(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException _) {
            throw new RefusedException(Invalid.field("body", "must be an event as JSON"));
        }
    }

    /** What nobody can look for is about nothing: it would be heard in vain for ever. */
    private static List<About> about(JsonNode event) {
        JsonNode object = event.path("data").path("object");
        List<About> about = new ArrayList<>();
        payment(object.path("client_reference_id").asText(), about);
        payment(object.path("metadata").path(StripeCheckout.PAYMENT).asText(), about);
        switch (object.path("object").asText()) {
            case "payment_intent" -> receipt(object.path("id"), about);
            case "charge", "dispute", "refund" -> receipt(object.path("payment_intent"), about);
            case "account" -> account(object.path("id"), about);
            default -> {
                // Nothing of ours, or known by its reference already.
            }
        }
        account(event.path("account"), about);
        return about;
    }

    private static void payment(String text, List<About> about) {
        try {
            if (!text.isEmpty()) {
                about.add(new About.OfPayment(new PaymentId(UUID.fromString(text))));
            }
        } catch (IllegalArgumentException _) {
            // Somebody else's, made at the same account of ours.
        }
    }

    private static void receipt(JsonNode id, List<About> about) {
        String reference = id.isObject() ? id.path("id").asText() : id.asText();
        if (NAME.matcher(reference).matches()) {
            about.add(new About.OfReceipt(reference));
        }
    }

    private static void account(JsonNode id, List<About> about) {
        if (NAME.matcher(id.asText()).matches()) {
            about.add(new About.OfPayeeAccount(id.asText()));
        }
    }

    /** {@code t=<unix>,v1=<hex>}, with as many v1 as Stripe has secrets for the endpoint. */
    private boolean isSigned(String body, String header) {
        String[] parts = header.split(",", PARTS_MAX);
        String time = "";
        for (String part : parts) {
            if (part.startsWith("t=")) {
                time = part.substring(2);
            }
        }
        if (!TIME.matcher(time).matches() || !isLately(Long.parseLong(time))) {
            return false;
        }
        byte[] signed = (time + "." + body).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (Secret secret : secrets) {
            byte[] expected = hmac(secret, signed).getBytes(StandardCharsets.US_ASCII);
            for (String part : parts) {
                byte[] given =
                        part.startsWith("v1=")
                                ? part.substring(3).getBytes(StandardCharsets.US_ASCII)
                                : new byte[0];
                // All are compared, so that time does not tell which of them is right.
                found |= MessageDigest.isEqual(expected, given);
            }
        }
        return found;
    }

    private boolean isLately(long seconds) {
        return Math.abs(worldClock.instant().getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
    }

    private static String hmac(Secret secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            secret.revealed().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
