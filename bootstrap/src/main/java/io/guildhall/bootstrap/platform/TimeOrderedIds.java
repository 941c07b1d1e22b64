package io.guildhall.bootstrap.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.guildhall.domain.shared.IdGenerator;
import java.util.UUID;

/** UUIDs of version 7; within one process each is greater than those before it. */
public final class TimeOrderedIds implements IdGenerator {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public UUID next() {
        return generator.generate();
    }
}
