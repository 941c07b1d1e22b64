package io.guildhall.application.repository;

import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.shared.DomainError;

/** Why our App does not act in a repository for a project that names it. */
public sealed interface RepositoryAccessError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.FORBIDDEN;
    }

    /** Nobody at GitHub is known to stand behind the project. */
    record OwnerNotLinked(RepositoryName repository, Permission needed)
            implements RepositoryAccessError {
        @Override
        public String code() {
            return "project_owner_not_linked";
        }

        @Override
        public String message() {
            return "The project's owner has no linked account at GitHub, and needs one that "
                    + may(needed)
                    + " "
                    + repository
                    + "; it asks POST /api/github/authorize for the address at which to link one";
        }
    }

    record OwnerWithoutAccess(RepositoryName repository, Permission needed)
            implements RepositoryAccessError {
        @Override
        public String code() {
            return "project_owner_without_access";
        }

        @Override
        public String message() {
            return "The linked account of the project's owner is not one that "
                    + may(needed)
                    + " "
                    + repository
                    + "; give it that access at GitHub, or link it again by POST /api/github/authorize if it"
                    + " was renamed";
        }
    }

    private static String may(Permission needed) {
        return needed.covers(Permission.WRITE) ? "may write to" : "may read";
    }
}
