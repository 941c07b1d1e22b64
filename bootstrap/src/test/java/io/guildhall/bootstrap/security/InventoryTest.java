package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Door;
import io.guildhall.bootstrap.security.Routes.Route;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** API9: what is served is what the document says, and nothing besides. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class InventoryTest {

    /** Said elsewhere: a standard's own address, and the streaming form of a list. */
    private static final Set<String> BESIDES =
            Set.of("GET /.well-known/jwks.json", "GET /api/bounties/{}/progress (a stream)");

    @Test
    void everyRouteIsInTheDocumentAndTheOtherWayRound() throws Exception {
        Set<String> documented = new TreeSet<>();
        Operations.all()
                .forEach(operation ->
                        documented.add(Routes.named(operation.method(), operation.path())));

        Set<String> served = new TreeSet<>();
        Routes.all().forEach(route -> served.add(route.toString()));
        BESIDES.forEach(besides -> served.remove(besides.replaceAll(" \\(.*", "")));
        documented.removeIf(
                operation -> BESIDES.stream().anyMatch(b -> b.startsWith(operation + " (")));

        assertThat(served).isEqualTo(documented);
        assertThat(served).hasSizeGreaterThan(100);
    }

    /** Else its callers would be told what is wrong in the words of another. */
    @Test
    void everyRouteIsAtTheDoorWhosePackageItIsIn() throws Exception {
        Set<Door> seen = EnumSet.noneOf(Door.class);
        for (Route route : Routes.all()) {
            for (Door door : Door.values()) {
                if (route.home().startsWith("io.guildhall.rest." + door.word())) {
                    assertThat(Door.at(route.path())).as("%s", route).contains(door);
                    seen.add(door);
                }
            }
        }

        assertThat(seen).containsExactly(Door.values());
    }

    @Test
    void everyOperationSaysWhatItIs() {
        Operations.document()
                .path("paths")
                .forEach(path ->
                        path.properties()
                                .forEach(operation -> {
                                    if (operation.getValue().has("operationId")) {
                                        assertThat(operation.getValue().path("summary").asText())
                                                .as(
                                                        operation
                                                                .getValue()
                                                                .path("operationId")
                                                                .asText())
                                                .isNotBlank();
                                        assertThat(operation.getValue().has("tags")).isTrue();
                                    }
                                }));
    }
}
