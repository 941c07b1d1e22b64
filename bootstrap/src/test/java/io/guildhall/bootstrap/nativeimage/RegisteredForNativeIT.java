package io.guildhall.bootstrap.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A class that a native executable was not told of fails only when it runs, and only at the request
 * that needs it. Here the build's own list is held against all classes, found in the class files.
 */
class RegisteredForNativeIT {

    @Test
    void everyClassThatIsLookedIntoIsRegistered() {
        var needed = LookedInto.in(OwnClasses.loaded());

        assertThat(needed).hasSizeGreaterThan(200);
        assertThat(Registrations.ofThisBuild().missing(needed)).isEmpty();
    }

    @Test
    void aClassTakenOutOfTheListIsMissed() {
        var needed = LookedInto.in(OwnClasses.loaded());
        var registrations = Registrations.ofThisBuild();

        assertThat(needed)
                .allSatisfy((name, reason) ->
                        assertThat(registrations.without(name).missing(needed))
                                .containsExactly(name + ", for " + reason));
    }

    @Test
    void whatNobodyRegisteredIsMissed() {
        var needed =
                LookedInto.in(List.of(Unheard.class, Unread.class, Unstored.class, Outer.class));

        assertThat(Registrations.ofThisBuild().missing(needed))
                .map(line -> line.replaceAll(".*\\$(.*), for.*", "$1"))
                .containsExactlyInAnyOrderElementsOf(
                        Set.of("Unheard", "Unread", "Unstored", "Outer", "Inner"));
    }

    record Unheard(@JsonProperty("a") String a) {}

    static final class Unread {
        @JsonProperty String a = "";
    }

    /** No entity of its own, which the services of other tests would look for a table of. */
    @MappedSuperclass
    static class Unstored {}

    record Outer(@JsonProperty("all") List<Inner> inner) {}

    record Inner(String a) {}
}
