package io.guildhall.persistence.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The table of credentials. */
@Singleton
class CredentialRows implements PanacheRepositoryBase<CredentialRow, UUID> {}
