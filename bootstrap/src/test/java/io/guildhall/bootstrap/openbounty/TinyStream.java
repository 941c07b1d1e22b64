package io.guildhall.bootstrap.openbounty;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service whose live stream has room for few readers and keeps what happened for a second. */
public final class TinyStream implements QuarkusTestProfile {

    static final int READERS = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guildhall.stream.readers-max", Integer.toString(READERS),
                "guildhall.stream.memory", "4",
                "guildhall.stream.retention", "1s");
    }
}
