package io.guildhall.domain.bounty;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.shared.CanonicalJson;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What a bounty promises, in a text whose hash stands on the chain. It is drawn from the terms,
 * which never change where the hash was given away.
 *
 * @param json canonical (RFC 8785), its amount in base units, its deadline in UTC
 * @param hash of the text's UTF-8
 */
public record Manifest(String json, Digest hash) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    public static Manifest of(BountyTerms terms) {
        String json =
                CanonicalJson.object(
                        Map.of(
                                "title",
                                CanonicalJson.text(terms.title()),
                                "description",
                                CanonicalJson.text(terms.description()),
                                "acceptanceCriteria",
                                CanonicalJson.array(
                                        terms.acceptanceCriteria().stream()
                                                .map(CanonicalJson::text)
                                                .toList()),
                                "amount",
                                CanonicalJson.text(Long.toString(terms.reward().units())),
                                "currency",
                                CanonicalJson.text(terms.currency().name()),
                                "deadline",
                                CanonicalJson.text(TIME.format(terms.deadline()))));
        return new Manifest(json, Digest.of(json));
    }
}
