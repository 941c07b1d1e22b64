package io.guildhall.rest.document;

import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** One of the ways in which a door says no, in that door's words. */
public interface DoorRefusal {

    String status();

    /** The component that describes it, once for all operations. */
    String component();

    String description();

    /** The component that describes the door's envelope. */
    String schema();

    /** Whether that operation can say it. */
    boolean isPossible(DescribedCall call);

    default APIResponse response() {
        boolean saysWhen = status().equals("429") || status().equals("503");
        return DoorAnswers.refusal(description(), schema(), saysWhen);
    }
}
