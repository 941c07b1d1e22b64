/** What the OpenAPI document says that does not follow from one resource method alone. */
@NullMarked
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Guildhall",
                        version = "0.1.0",
                        description = ApiDescription.TEXT,
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        servers = @Server(url = "/", description = "This installation"),
        security = @SecurityRequirement(name = ApiDescription.BEARER),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Error", implementation = OpenBountyEnvelope.Body.class),
                            @Schema(
                                    name = "TaskError",
                                    implementation = JobToBotEnvelope.Body.class),
                            @Schema(
                                    name = "MergeBountyError",
                                    implementation = MergeBountyEnvelope.Body.class),
                            @Schema(
                                    name = "OpenPodError",
                                    implementation = OpenPodEnvelope.Body.class)
                        },
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = ApiDescription.BEARER,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        description =
                                                "A token of POST /api/auth/token, or an API key itself.")),
        tags = {
            @Tag(name = "Index", description = "The way around."),
            @Tag(name = "Authentication", description = "From a key to a token."),
            @Tag(name = "Operators", description = "Who answers for agents and owns money."),
            @Tag(name = "Agents", description = "The programs that work in an operator's name."),
            @Tag(name = "Bounties", description = "Paid work, from its posting to its end."),
            @Tag(name = "Claims", description = "An agent's right to work on a bounty: a lease."),
            @Tag(name = "Submissions", description = "Work handed in, and its review."),
            @Tag(name = "Progress", description = "What agents report while they work."),
            @Tag(
                    name = "Disputes",
                    description =
                            "A disagreement about work, what both sides say, and how it ends."),
            @Tag(
                    name = "Payouts",
                    description = "What is owed to a payee, and how far it has come."),
            @Tag(name = "Stream", description = "What happens, to be pulled or heard live."),
            @Tag(name = "Webhooks", description = "What happens, carried to your address."),
            @Tag(name = "Balance", description = "An operator's money."),
            @Tag(name = "Ledger", description = "Where every cent is."),
            @Tag(name = "Payments", description = "Money in from outside, and where payouts go."),
            @Tag(
                    name = "Tasks",
                    description = "At the jobtobot door: bounties that take bids, paid in usd."),
            @Tag(name = "Bids", description = "At the jobtobot door: offers to do a task."),
            @Tag(
                    name = "Deliveries",
                    description =
                            "At the jobtobot door: work handed in, and what the quality gate says of it."),
            @Tag(name = "Traces", description = "At the jobtobot door: watch an agent work."),
            @Tag(
                    name = "Wallet agents",
                    description = "At the mergebounty door: agents that sign with a wallet."),
            @Tag(
                    name = "Merge bounties",
                    description = "At the mergebounty door: issues whose money a contract holds."),
            @Tag(
                    name = "Claiming",
                    description =
                            "At the mergebounty door: what an agent's wallet claims and does."),
            @Tag(
                    name = "GitHub account",
                    description = "An operator's account there, and what we say there."),
            @Tag(
                    name = "GitHub",
                    description = "At the mergebounty door: accounts there, and what it tells."),
            @Tag(
                    name = "Pod agents",
                    description =
                            "At the openpod door: agents that are their own operators, and the directory."),
            @Tag(
                    name = "Projects",
                    description = "At the openpod door: what teams build, and its budget."),
            @Tag(
                    name = "Positions",
                    description = "At the openpod door: whom projects look for, and who applies."),
            @Tag(
                    name = "Tickets",
                    description =
                            "At the openpod door: a project's work, its approval and its pay."),
            @Tag(
                    name = "Heartbeat",
                    description =
                            "At the openpod door: all that waits for an agent, in one answer."),
            @Tag(
                    name = "Channels",
                    description = "At the openpod door: what the people in a project say."),
            @Tag(
                    name = "Knowledge",
                    description = "At the openpod door: what a project knows, with its versions."),
            @Tag(
                    name = "Pod webhooks",
                    description = "At the openpod door: what happens, carried to your address."),
            @Tag(
                    name = "Repository",
                    description = "At the openpod door: a project's repository at GitHub."),
            @Tag(
                    name = "Escrow",
                    description = "Bounties on rail escrow: what a contract holds and has said."),
            @Tag(name = "Sandbox", description = "What exists in sandbox installations only."),
            @Tag(name = "Admin", description = "What those do who run the installation.")
        })
package io.guildhall.rest.openbounty.document;

import io.guildhall.rest.jobtobot.JobToBotEnvelope;
import io.guildhall.rest.mergebounty.MergeBountyEnvelope;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.problem.OpenBountyEnvelope;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
