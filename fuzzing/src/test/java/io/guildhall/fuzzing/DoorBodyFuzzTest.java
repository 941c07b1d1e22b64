package io.guildhall.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        Class<?> body = Class.forName(DOORS + data.pickValue(BODIES));
        String json = data.consumeRemainingAsString();
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
