package io.guildhall.web.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.web.form.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditFormTest {

    private static final BountyTerms TERMS = TermsFixture.terms().build();

    @Test
    void formThatNobodyTouchedChangesNothing() {
        assertThat(EditForm.change(EditForm.of(TERMS), TERMS))
                .isEqualTo(
                        new BountyChange(
                                null, null, null, null, null, null, null, null, null, null, null,
                                null, null, null, null));
    }

    @Test
    void onlyWhatDiffersIsChanged() {
        Form drawn = EditForm.of(TERMS);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "title",
                        "description",
                        "acceptanceCriteria",
                        "category",
                        "capabilities",
                        "reward",
                        "deadline",
                        "claimTtl",
                        "reviewWindow",
                        "minReputation",
                        "qualityGate",
                        "stakeBps",
                        "issueUrl",
                        "verification",
                        "aiAgentsAllowed")) {
            if (drawn.has(name)) {
                fields.put(name, drawn.all(name));
            }
        }
        fields.put("title", List.of("Another title"));
        fields.put("minReputation", List.of("7"));

        BountyChange change = EditForm.change(Form.of(fields), TERMS);

        assertThat(change.title()).isEqualTo("Another title");
        assertThat(change.minReputation()).isEqualTo(7);
        assertThat(change.reward()).isNull();
        assertThat(change.appliedTo(TERMS).description()).isEqualTo(TERMS.description());
    }
}
