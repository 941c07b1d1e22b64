package io.guildhall.rest.gate;

import io.guildhall.application.access.Authenticate.SigningAgent;
import io.guildhall.application.access.VerifySignature;
import io.guildhall.application.access.VerifySignature.Headers;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.problem.ProblemException;
import io.guildhall.wire.id.MergeBountyIds;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets nobody pass but the agent whose wallet has signed the request as it came. */
final class SignedByAgentFilter {

    /** After the body is read, which is signed too. */
    private static final int AFTER_THE_BODY = Priorities.USER + 100;

    private static final String ACCESS_KEY = "X-Agent-Access-Key";
    private static final String AGENT_IN_PATH = "id";

    private final VerifySignature verifySignature;
    private final SigningAgents agents;
    private final Budgets budgets;
    private final Call call;

    SignedByAgentFilter(
            VerifySignature verifySignature, SigningAgents agents, Budgets budgets, Call call) {
        this.verifySignature = verifySignature;
        this.agents = agents;
        this.budgets = budgets;
        this.call = call;
    }

    @SignedByAgent
    @ServerRequestFilter(priority = AFTER_THE_BODY)
    public void verify(ContainerRequestContext context, RoutingContext request) {
        HttpServerRequest http = request.request();
        String accessKey = http.getHeader(ACCESS_KEY);
        SigningAgent agent = accessKey == null ? null : agents.find(accessKey);
        Caller proved =
                verifySignature.handle(
                        new VerifySignature.Command(
                                http.method().name(),
                                http.uri(),
                                BodyReader.sha256(request),
                                new Headers(
                                        http.getHeader("Authorization"),
                                        accessKey,
                                        http.getHeader("X-Agent-Signature"),
                                        http.getHeader("X-Agent-Timestamp"),
                                        http.getHeader("X-Agent-Nonce")),
                                call.callerIfKnown(),
                                agent,
                                inPath(context)));
        budgets.drawOnAgents(request, proved)
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        SigningAgent named = Objects.requireNonNull(agent);
        call.isSignedBy(new Pass(proved, named.credential(), null, named.suspension()));
    }

    /** An id that is none is not judged here: the resource says that there is no such thing. */
    private static @Nullable AgentId inPath(ContainerRequestContext context) {
        String id = context.getUriInfo().getPathParameters().getFirst(AGENT_IN_PATH);
        return id == null ? null : MergeBountyIds.AGENT.off(id).map(AgentId::new).orElse(null);
    }
}
