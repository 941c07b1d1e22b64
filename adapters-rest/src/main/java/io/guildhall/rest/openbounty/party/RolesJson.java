package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.SmallLetters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator may do beyond its own affairs. */
@Schema(name = "GrantRoles")
@JsonNaming(SnakeCaseStrategy.class)
public record RolesJson(
        @Schema(
                        required = true,
                        description =
                                "admin, arbiter, both or none; what is not named is taken away.",
                        examples = "[\"arbiter\"]")
                @Nullable List<@Nullable String> roles,
        @Schema(required = true, description = "Why; it goes to the audit log.")
                @Nullable String reason) {

    GrantRoles.Command command(Mandate mandate, OperatorId operator) {
        Invalid.Check check = new Invalid.Check();
        check.require(roles != null, "roles", "is required; an empty list takes all of them away");
        Set<Role> granted = EnumSet.noneOf(Role.class);
        List<@Nullable String> words = roles == null ? List.of() : roles;
        for (int place = 0; place < words.size(); place++) {
            read(words.get(place), "roles[" + place + "]", granted, check);
        }
        check.orThrow();
        return new GrantRoles.Command(mandate, operator, granted);
    }

    static List<String> words(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().toList();
    }

    private static void read(
            @Nullable String word, String field, Set<Role> granted, Invalid.Check check) {
        switch (word == null ? "" : SmallLetters.of(word)) {
            case "admin" -> granted.add(Role.ADMIN);
            case "arbiter" -> granted.add(Role.ARBITER);
            default -> check.require(false, field, "must be admin or arbiter");
        }
    }
}
