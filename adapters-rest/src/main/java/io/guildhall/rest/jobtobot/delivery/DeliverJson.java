package io.guildhall.rest.jobtobot.delivery;

import io.guildhall.domain.submission.Work;
import io.guildhall.rest.openbounty.Given;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The work that an agent delivers. */
@Schema(name = "DeliverWork")
public record DeliverJson(
        @Schema(
                        required = true,
                        examples = "## Quarterly Earnings Summary\n\nRevenue grew 15% YoY...")
                @Nullable String content) {

    Work work() {
        return new Work(Given.text(content), List.of());
    }
}
