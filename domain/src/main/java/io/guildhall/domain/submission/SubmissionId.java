package io.guildhall.domain.submission;

import java.util.UUID;

public record SubmissionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
