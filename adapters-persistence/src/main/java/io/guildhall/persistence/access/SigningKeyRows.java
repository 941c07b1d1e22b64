package io.guildhall.persistence.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** The table of signing keys. */
@Singleton
class SigningKeyRows implements PanacheRepositoryBase<SigningKeyRow, String> {}
