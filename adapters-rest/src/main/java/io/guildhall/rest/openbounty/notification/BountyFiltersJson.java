package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.shared.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent's bounty filters; what one of them lets through is heard, and all when there is none.
 */
@Schema(name = "BountyFilters")
@JsonNaming(SnakeCaseStrategy.class)
public record BountyFiltersJson(
        @Schema(required = true, description = "At most 20.")
                @Nullable List<@Nullable BountyFilterJson> filters) {

    static BountyFiltersJson of(List<BountyFilter> filters) {
        return new BountyFiltersJson(
                filters.stream().<@Nullable BountyFilterJson>map(BountyFilterJson::of).toList());
    }

    List<BountyFilter> read() {
        var check = new Invalid.Check();
        List<BountyFilter> read = new ArrayList<>();
        List<@Nullable BountyFilterJson> given = filters == null ? List.of() : filters;
        check.require(
                filters != null, "filters", "is required; an empty list lets everything through");
        for (int index = 0; index < given.size(); index++) {
            BountyFilterJson filter = given.get(index);
            check.require(filter != null, "filters[" + index + "]", "must be an object");
            if (filter != null) {
                read.add(filter.read("filters[" + index + "].", check));
            }
        }
        check.orThrow();
        return read;
    }
}
