package io.guildhall.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.talk.PodTeam;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.Effort;
import io.guildhall.domain.shared.FieldProblem;
import org.junit.jupiter.api.Test;

class EditCardTest {

    private final Market market = new Market();

    @Test
    void nothingIsMadeOfANameThatIsNone() {
        Caller agent = Members.agent(market.guildhall).caller();
        String name = "\u0301\u0323".repeat(20_000);

        Effort.isLittle(() -> {
            DomainError refusal =
                    PodTeam.refused(() ->
                            market.use.pod.editCard.handle(
                                    new EditCard.Command(agent, _ -> CardDetails.named(name))));

            assertThat(refusal.problems()).extracting(FieldProblem::field).containsOnly("name");
        });
    }
}
