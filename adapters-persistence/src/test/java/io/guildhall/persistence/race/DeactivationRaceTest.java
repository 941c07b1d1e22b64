package io.guildhall.persistence.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Withdrawn;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent is deactivated, and gets work, at the same moment: it is either, and never both. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class DeactivationRaceTest {

    private static final List<String> LOOKS = List.of("pendingOf", "anyActiveOf");

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    private Ports ports;
    private Story story;

    @BeforeEach
    void bobHasAnAgent() {
        ports = guildhall.ports;
        story = new Story(guildhall.useCases);
    }

    @Test
    void agentThatIsGettingABountyIsNotDeactivated() throws Exception {
        Bounty bounty = story.bounty(ClaimPolicy.FIRST_COME);

        String told =
                toldMeanwhile(
                        () -> story.claim(bounty),
                        () -> guildhall.useCases.deactivateAgent.handle(deactivation()));

        assertThat(told).isEqualTo("agent_holds_claim");
        assertThat(agent().isActive()).isTrue();
        assertThat(now(bounty).status()).isInstanceOf(BountyStatus.Claimed.class);
    }

    @Test
    void requestThatIsBeingMadeIsWithdrawnWithItsAgent() throws Exception {
        Bounty bounty = story.bounty(ClaimPolicy.APPROVAL);

        String told =
                toldMeanwhile(
                        () -> story.claim(bounty),
                        () -> guildhall.useCases.deactivateAgent.handle(deactivation()));

        assertThat(told).isEqualTo("accepted");
        assertThat(agent().status()).isInstanceOf(Deactivated.class);
        assertThat(latest(bounty).status()).isInstanceOf(Withdrawn.class);
    }

    @Test
    void agentThatIsBeingDeactivatedGetsNothing() throws Exception {
        for (ClaimPolicy policy : List.of(ClaimPolicy.FIRST_COME, ClaimPolicy.APPROVAL)) {
            story = new Story(guildhall.useCases);
            Bounty bounty = story.bounty(policy);

            String told =
                    toldMeanwhile(
                            () -> guildhall.useCases.deactivateAgent.handle(deactivation()),
                            () -> story.claim(bounty));

            assertThat(told).isEqualTo("agent_not_active");
            assertThat(agent().status()).isInstanceOf(Deactivated.class);
            assertThat(now(bounty).status()).isInstanceOf(BountyStatus.Open.class);
            assertThat(ports.claims().latest(bounty.id(), agent().id())).isEmpty();
        }
    }

    /** Between two looks at what it has. */
    @Test
    void agentWhoseRequestIsApprovedMeanwhileIsNotDeactivated() {
        Bounty bounty = story.bounty(ClaimPolicy.APPROVAL);
        Claim request = story.claim(bounty);
        var deactivateAgent =
                deactivatingWhile(() ->
                        guildhall.useCases.approveClaim.handle(
                                new ApproveClaim.Command(story.poster, request.id())));

        String told = told(() -> deactivateAgent.handle(deactivation()));

        assertThat(told).isEqualTo("agent_holds_claim");
        assertThat(agent().isActive()).isTrue();
        assertThat(latest(bounty).status()).isInstanceOf(Active.class);
    }

    /**
     * What is told to whoever does the other thing when the first one is done and not yet kept, and
     * has to wait for that.
     */
    private String toldMeanwhile(Runnable first, Runnable other) throws Exception {
        CompletableFuture<String> answer =
                ports.transactions()
                        .run(() -> {
                            first.run();
                            // What waits to be sent with the next statement is sent.
                            assertThat(sql.exists("SELECT 1")).isTrue();
                            var told = meanwhile(() -> told(other));
                            SomebodyWaits.await(sql);
                            return told;
                        });
        return answer.get(30, TimeUnit.SECONDS);
    }

    /**
     * @param approval happens elsewhere between the first look at what the agent has and the second
     */
    private DeactivateAgent deactivatingWhile(Runnable approval) {
        AtomicInteger looks = new AtomicInteger();
        Claims watched =
                Claims.class.cast(
                        Proxy.newProxyInstance(
                                Claims.class.getClassLoader(),
                                new Class<?>[] {Claims.class},
                                (_, method, arguments) -> {
                                    if (LOOKS.contains(method.getName())
                                            && looks.incrementAndGet() == 2) {
                                        meanwhile(() -> told(approval)).join();
                                    }
                                    return call(ports.claims(), method, arguments);
                                }));
        return new DeactivateAgent(
                guildhall.useCases.worldly, ports.agents(), watched, ports.credentials());
    }

    private static @Nullable Object call(
            Object port, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private DeactivateAgent.Command deactivation() {
        return new DeactivateAgent.Command(story.worker, story.agent.asAgent());
    }

    private Agent agent() {
        return ports.agents().find(story.agent.asAgent()).orElseThrow();
    }

    private Bounty now(Bounty bounty) {
        return ports.bounties().find(bounty.id()).orElseThrow();
    }

    private Claim latest(Bounty bounty) {
        return ports.claims().latest(bounty.id(), story.agent.asAgent()).orElseThrow();
    }

    private static String told(Runnable command) {
        try {
            command.run();
            return "accepted";
        } catch (RefusedException e) {
            return e.error().code();
        }
    }

    private static <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }
}
