package io.guildhall.rest.jobtobot;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids in paths; a text that is no UUID is answered like an id that nothing has. */
public final class PathIds {

    /** The JDK's parser also takes shorter texts, by which one thing would have many ids. */
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathIds() {}

    public static BountyId task(String text) {
        return new BountyId(uuid(text, "task"));
    }

    public static ClaimId bid(String text) {
        return new ClaimId(uuid(text, "bid"));
    }

    private static UUID uuid(String text, String what) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new RefusedException(new NotFound(what));
        }
        return UUID.fromString(text);
    }
}
