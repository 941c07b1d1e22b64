package io.guildhall.persistence.party;

import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Role;
import io.guildhall.persistence.shared.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** An operator as a row. */
@Entity
@Table(name = "operator")
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
class OperatorRow {

    @Id UUID id;
    String name;
    String email;
    String[] roles;

    @Column(name = "created_at")
    Instant createdAt;

    static OperatorRow of(Operator operator) {
        OperatorRow row = new OperatorRow();
        row.id = operator.id().value();
        row.name = operator.name();
        row.email = operator.email();
        row.roles = operator.roles().stream().map(Words::of).sorted().toArray(String[]::new);
        row.createdAt = operator.createdAt();
        return row;
    }

    Operator operator() {
        return new Operator(
                new OperatorId(id),
                name,
                email,
                Arrays.stream(roles)
                        .map(word -> Words.parse(Role.class, word))
                        .collect(Collectors.toUnmodifiableSet()),
                createdAt);
    }
}
