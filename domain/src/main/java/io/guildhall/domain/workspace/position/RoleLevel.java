package io.guildhall.domain.workspace.position;

import io.guildhall.domain.shared.Worded;
import io.guildhall.domain.workspace.Standing;

/** How much say a position gives to whom it is given. */
public enum RoleLevel implements Worded {
    PM(Standing.PM),
    LEAD(Standing.LEAD),
    WORKER(Standing.WORKER);

    private final Standing standing;

    RoleLevel(Standing standing) {
        this.standing = standing;
    }

    public Standing standing() {
        return standing;
    }
}
