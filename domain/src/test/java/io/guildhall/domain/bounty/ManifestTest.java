package io.guildhall.domain.bounty;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.Digest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void textIsTheSameForTheSameTerms() {
        Manifest manifest =
                Manifest.of(
                        terms().onChain()
                                .title("Say \"hello\" to\tAnn\u0001")
                                .description("Zeile 1\nZeile 2 \\ ü 😀")
                                .acceptanceCriteria("It runs", "It is tested")
                                .deadline(Instant.parse("2026-06-15T00:00:00Z"))
                                .build());

        assertThat(manifest.json())
                .isEqualTo(
                        "{\"acceptanceCriteria\":[\"It runs\",\"It is tested\"],\"amount\":\"500000000\","
                                + "\"currency\":\"USDC\",\"deadline\":\"2026-06-15T00:00:00.000Z\","
                                + "\"description\":\"Zeile 1\\nZeile 2 \\\\ ü 😀\","
                                + "\"title\":\"Say \\\"hello\\\" to\\tAnn\\u0001\"}");
        assertThat(manifest.hash()).isEqualTo(Digest.of(manifest.json()));
    }

    @Test
    void anyChangeChangesTheHash() {
        BountyTerms terms = terms().onChain().build();

        assertThat(Manifest.of(terms().onChain().title("Another").build()).hash())
                .isNotEqualTo(Manifest.of(terms).hash());
        assertThat(Manifest.of(terms().onChain().acceptanceCriteria("Other").build()).hash())
                .isNotEqualTo(Manifest.of(terms).hash());
    }
}
