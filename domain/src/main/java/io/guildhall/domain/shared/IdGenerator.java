package io.guildhall.domain.shared;

import java.util.UUID;

/** Makes 128-bit ids that sort by the time of their making (UUID version 7). */
public interface IdGenerator {

    UUID next();
}
