package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.party.Operator;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An operator with what it may do beyond its own affairs. */
@Schema(name = "OperatorRoles")
@JsonNaming(SnakeCaseStrategy.class)
public record OperatorRolesJson(
        String id, String name, List<String> roles, List<String> allowedActions) {

    public static OperatorRolesJson of(Operator operator) {
        return new OperatorRolesJson(
                OpenBountyIds.OPERATOR.on(operator.id().value()),
                operator.name(),
                RolesJson.words(operator.roles()),
                List.of("grant_roles"));
    }
}
