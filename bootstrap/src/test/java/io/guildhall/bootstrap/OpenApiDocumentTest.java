package io.guildhall.bootstrap;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.npm.NpmPackages.Run;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The committed OpenAPI document is the one that the code gives, and a linter has nothing to say
 * about it.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yaml");
    private static final Pattern TYPES = Pattern.compile("\\btype:\\n((?: +- \\S+\\n)+)");

    @Test
    void committedDocumentIsTheOneOfTheCode() {
        String served = get("/q/openapi").then().statusCode(200).extract().asString();

        ApprovedFile.assertApproved("docs/openapi.yaml", served);
    }

    @Test
    void documentIsOpenApi31() throws IOException {
        assertThat(Files.readString(COMMITTED)).contains("openapi: 3.1");
    }

    /** JSON Schema wants them unique, which the linter does not look at. */
    @Test
    void typesOfAFieldDiffer() throws IOException {
        List<String> types = new ArrayList<>();
        Matcher lists = TYPES.matcher(Files.readString(COMMITTED));
        while (lists.find()) {
            types.add(lists.group(1));
        }

        assertThat(types)
                .isNotEmpty()
                .allSatisfy(list ->
                        assertThat(list.strip().lines().map(String::strip))
                                .doesNotHaveDuplicates());
    }

    @Test
    void linterFindsNothing() throws IOException, InterruptedException {
        Run lint =
                NpmTools.node(
                        "@redocly/cli/bin/cli.js",
                        "lint",
                        "--extends=recommended",
                        "--format=stylish",
                        COMMITTED.toString());

        assertThat(lint.output())
                .contains("Your API description is valid")
                .doesNotContain("warning");
        assertThat(lint.exitCode()).isZero();
    }
}
