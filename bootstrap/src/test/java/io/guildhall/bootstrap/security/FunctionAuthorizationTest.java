package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** API5: what is for admins is for nobody else, wherever it lies. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class FunctionAuthorizationTest {

    /** What lets go on what others of them stop. */
    private static final Set<String> LAST =
            Set.of("resumeAgent", "resumeOperator", "resumeWorker", "unfreezeFunding");

    @Test
    void everythingForAdminsIsRefusedToAllOthers() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        List<Operation> forAdmins = forAdmins();
        for (Operation operation : forAdmins) {
            for (Map.Entry<String, String> other : world.strangers().entrySet()) {
                Heard heard =
                        Knock.send(
                                other.getValue(),
                                operation.method(),
                                world.pathOf(operation),
                                world.bodyOf(operation));
                int expected = other.getKey().equals("revoked key") ? 401 : 403;
                if (heard.status() != expected
                        || !heard.json().path("error").asBoolean()
                        || !heard.json().has("request_id")) {
                    wrong.add(other.getKey() + ": " + operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(forAdmins).hasSizeGreaterThan(20);
    }

    /** What is refused above is refused for its caller's sake. */
    @Test
    void nothingForAdminsIsRefusedToAnAdmin() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : forAdmins()) {
            Heard heard =
                    Knock.send(
                            World.ADMIN,
                            operation.method(),
                            world.pathOf(operation),
                            world.bodyOf(operation));
            if (Set.of(401, 403, 404).contains(heard.status())) {
                wrong.add(operation.id() + " " + heard);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void pathThatIsWrittenOtherwiseIsNoWayRound() {
        String eve = World.operator("eve");
        for (String path :
                List.of(
                        "/api/admin/audit/",
                        "/api//admin/audit",
                        "/api/./admin/audit",
                        "/api/x/../admin/audit",
                        "/api/admin/audit;x=1",
                        "/api/%61dmin/audit",
                        "/api/admin%2Faudit",
                        "/API/admin/audit",
                        "/api/Admin/audit")) {
            assertThat(Knock.get(eve, path).status()).as(path).isIn(400, 403, 404);
        }
    }

    private static List<Operation> forAdmins() {
        return Operations.all().stream()
                .filter(Operation::isForAdmins)
                .sorted(Comparator.comparing(operation -> LAST.contains(operation.id())))
                .toList();
    }
}
