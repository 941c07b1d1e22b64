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
import org.junit.jupiter.api.Test;

/**
 * The committed OpenAPI document is the one that the code gives, and a linter has nothing to say
 * about it.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yaml");

    @Test
    void committedDocumentIsTheOneOfTheCode() {
        String served = get("/q/openapi").then().statusCode(200).extract().asString();

        ApprovedFile.assertApproved("docs/openapi.yaml", served);
    }

    @Test
    void documentIsOpenApi31() throws IOException {
        assertThat(Files.readString(COMMITTED)).contains("openapi: 3.1");
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
