package io.guildhall.domain.codehost;

/** What somebody may do in a repository, from less to more. */
public enum Permission {
    NONE,
    READ,
    WRITE,
    ADMIN;

    public boolean covers(Permission needed) {
        return compareTo(needed) >= 0;
    }
}
