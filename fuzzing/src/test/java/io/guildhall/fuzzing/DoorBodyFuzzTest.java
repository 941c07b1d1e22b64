package io.guildhall.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.guildhall.application.audit.Mandate;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.problem.BadRequestException;
import io.guildhall.rest.problem.ProblemException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The bodies of the doors' writes, from bytes to command, without a server: each becomes a command
 * or is refused by name.
 */
class DoorBodyFuzzTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final String DOORS = "io.guildhall.rest.";

    private static final List<String> BODIES =
            List.of(
                    "mergebounty.agent.RegisterWalletAgentJson",
                    "openpod.webhook.RegisterPodWebhookJson",
                    "openpod.repository.VerifyJson",
                    "openpod.agent.EditCardJson",
                    "openpod.agent.RegisterJson",
                    "openpod.project.FundProjectJson",
                    "openpod.project.CreateProjectJson",
                    "openpod.application.DecideApplicationJson",
                    "openpod.application.ApplyJson",
                    "openpod.position.CreatePositionJson",
                    "openpod.knowledge.ReviseKnowledgeJson",
                    "openpod.knowledge.WriteKnowledgeJson",
                    "openpod.ticket.AnswerTicketJson",
                    "openpod.ticket.WriteCommentJson",
                    "openpod.ticket.PostTicketJson",
                    "openpod.ticket.ChangeTicketJson",
                    "openpod.talk.SendMessageJson",
                    "openpod.talk.ReadJson",
                    "openpod.talk.CreateChannelJson",
                    "openbounty.admin.work.ReplayForReceiverJson",
                    "openbounty.bounty.ImportBountyJson",
                    "openbounty.bounty.PostBountyJson",
                    "openbounty.claim.RequestClaimJson",
                    "openbounty.notification.RegisterWebhookJson",
                    "openbounty.notification.EditWebhookJson",
                    "openbounty.notification.ReplayJson",
                    "openbounty.payment.OnboardingJson$Ask",
                    "openbounty.progress.ReportProgressJson",
                    "openbounty.dispute.ResolveJson",
                    "openbounty.dispute.MakeOfferJson",
                    "openbounty.dispute.GiveEvidenceJson",
                    "openbounty.dispute.OpenDisputeJson",
                    "openbounty.party.EditAgentJson",
                    "openbounty.party.RotateKeyJson",
                    "openbounty.party.RolesJson",
                    "openbounty.timer.AdvanceClockJson",
                    "jobtobot.trace.ReportJson",
                    "jobtobot.bid.PlaceBidJson");

    private static final UUID SOMEBODY = new UUID(1, 2);

    private static final Issue ISSUE =
            new Issue(
                    new RepositoryName("ann", "parser"),
                    7,
                    "Port it",
                    "",
                    true,
                    new GithubAccount(1, "ann"),
                    "https://github.com/ann/parser/issues/7",
                    false);

    @FuzzTest(maxDuration = "1m")
    void bodyBecomesACommandOrIsRefusedByName(FuzzedDataProvider data) throws Exception {
        Parts bodyAndJson = Parts.of(data);
        become(named(bodyAndJson.line()), bodyAndJson.rest());
    }

    /** An input is kept for one body, of which it names a field, but may break any of them. */
    @Test
    void everyKeptInputIsTriedOnEveryBody() throws Exception {
        Map<String, String> kept =
                Kept.of(DoorBodyFuzzTest.class, "bodyBecomesACommandOrIsRefusedByName");

        assertThat(kept).containsOnlyKeys("bounty", "duration", "ids", "nulls");
        for (Map.Entry<String, String> input : kept.entrySet()) {
            Parts bodyAndJson = Parts.of(input.getValue());
            assertThat(bodyAndJson.line()).as(input.getKey()).isIn(BODIES);
            assertThat(fieldsOf(bodyAndJson.line()))
                    .as(input.getKey())
                    .containsAnyElementsOf(fieldsIn(bodyAndJson.rest()));
            for (String body : BODIES) {
                become(body, bodyAndJson.rest());
            }
        }
        for (String body : BODIES) {
            become(body, "{}");
            become(body, "null");
        }
    }

    /** A line that names no body stands for one of them. */
    private static String named(String line) {
        return BODIES.contains(line)
                ? line
                : BODIES.get(Math.floorMod(line.hashCode(), BODIES.size()));
    }

    private static List<String> fieldsOf(String body) throws Exception {
        var type = JSON.constructType(Class.forName(DOORS + body));
        return JSON.getDeserializationConfig().introspect(type).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .toList();
    }

    private static List<String> fieldsIn(String json) throws Exception {
        List<String> fields = new ArrayList<>();
        JSON.readTree(json).fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static void become(String name, String json) throws Exception {
        Class<?> body = Class.forName(DOORS + name);
        Object read;
        try {
            read = JSON.readValue(json, body);
        } catch (JsonProcessingException noJson) {
            return;
        }
        if (read != null) {
            command(read);
        }
    }

    /** A body that is added later belongs into the list above. */
    @Test
    void everyBodyIsTried() throws Exception {
        Path doors = Path.of("../adapters-rest/target/classes/io/guildhall/rest");
        List<String> withCommand = new ArrayList<>();
        try (Stream<Path> files = Files.walk(doors)) {
            for (Path file : files.filter(DoorBodyFuzzTest::isBody).toList()) {
                String name = doors.relativize(file).toString().replace('/', '.');
                name = name.substring(0, name.length() - ".class".length());
                if (commandOf(Class.forName(DOORS + name)).isPresent()) {
                    withCommand.add(name);
                }
            }
        }

        if (!Set.copyOf(withCommand).equals(Set.copyOf(BODIES))) {
            throw new AssertionError("Bodies with a command are " + withCommand);
        }
    }

    private static boolean isBody(Path file) {
        return file.getFileName().toString().matches(".*Json(\\$\\w+)?\\.class");
    }

    private static Optional<Method> commandOf(Class<?> body) {
        return Arrays.stream(body.getDeclaredMethods())
                .filter(method -> method.getName().equals("command"))
                .findFirst();
    }

    private static void command(Object read) throws Exception {
        Method command = commandOf(read.getClass()).orElseThrow();
        command.setAccessible(true);
        Object[] arguments =
                Arrays.stream(command.getParameterTypes())
                        .map(type -> type == read.getClass() ? read : argument(type))
                        .toArray();
        try {
            command.invoke(read, arguments);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case RefusedException _, BadRequestException _, ProblemException _ -> {}
                case null, default -> throw thrown;
            }
        }
    }

    private static @Nullable Object argument(Class<?> type) {
        if (type == Caller.class) {
            return Caller.both(new AgentId(SOMEBODY), new OperatorId(SOMEBODY), true, Set.of());
        }
        if (type == Mandate.class) {
            return new Mandate(Caller.operator(new OperatorId(SOMEBODY), Set.of()), "", "");
        }
        if (type == Issue.class) {
            return ISSUE;
        }
        if (type == String.class) {
            return "req_1";
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components != null && components.length == 1) {
            try {
                return type.getConstructor(UUID.class).newInstance(SOMEBODY);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("Nothing to hand in for " + type);
    }
}
