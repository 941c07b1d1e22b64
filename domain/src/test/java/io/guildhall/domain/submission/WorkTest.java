package io.guildhall.domain.submission;

import static io.guildhall.domain.submission.SubmissionFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.Digest;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {

    private static final Digest THERE = Digest.of("something else");

    @Test
    void workThatIsKnownByItsDigestHasThatDigest() {
        assertThat(Work.knownBy(THERE).digest()).isEqualTo(THERE);
        assertThat(Work.knownBy(THERE).problems()).isEmpty();
    }

    @Test
    void workInWhosePlaceTheContractWasToldOfAnotherHasTheOthersDigest() {
        Work known = work().knownAs(THERE);

        assertThat(known.digest()).isEqualTo(THERE);
        assertThat(known.content()).startsWith(work().content()).endsWith(THERE.hex());
        assertThat(known.deliverables()).isEqualTo(work().deliverables());
    }

    @Test
    void nobodyHandsInWhatOnlyTheContractCanTell() {
        Work forged = new Work(work().knownAs(THERE).content(), List.of());

        assertThat(forged.problems()).singleElement().extracting("field").isEqualTo("content");
    }

    @Test
    void workThatOnlySpeaksOfADigestHasItsOwn() {
        Work speaking = new Work(work().content() + "\n\nIts SHA-256 is " + THERE, List.of());

        assertThat(speaking.digest()).isNotEqualTo(THERE);
    }
}
