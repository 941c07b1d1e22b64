package io.guildhall.quality;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.quality.GateCase;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.GateVerdict.Part;
import io.guildhall.domain.quality.QualityGate;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks a language model once. Its word is never above the limits that the built-in scorer sets
 * (copies, refusals, empty words), so that a model that was talked over lets nothing through that
 * is plainly none; and whatever it answers out of form, too late or not at all is no answer.
 */
public final class LanguageModelGate implements QualityGate {

    /** A judge is waited for so long by the market; its time limit has to lie below. */
    public static final Duration TIME_LIMIT_MAX = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(LanguageModelGate.class);
    private static final int ANSWER_TOKENS_MAX = 1_500;

    private final String name;
    private final Duration timeLimit;
    private final @Nullable ChatModel model;
    private final Budget budget;
    private final BuiltInScorer scorer;

    /**
     * @param baseUrl of an OpenAI-compatible API
     * @param apiKey may be empty where none is asked for
     * @param callsPerDay by this process
     * @param tokensPerDay by this process
     */
    public record Settings(
            String baseUrl,
            String apiKey,
            String model,
            Duration timeLimit,
            long callsPerDay,
            long tokensPerDay) {

        public Settings {
            if (!timeLimit.isPositive() || timeLimit.compareTo(TIME_LIMIT_MAX) > 0) {
                throw new IllegalArgumentException(
                        "The time limit of the quality gate's model is more than zero and at most "
                                + TIME_LIMIT_MAX.toSeconds()
                                + " s, and not "
                                + timeLimit);
            }
        }

        /** The key belongs into no log. */
        @Override
        public String toString() {
            return model + " at " + baseUrl;
        }
    }

    public LanguageModelGate(Settings settings, BuiltInScorer scorer, InstantSource clock) {
        this(
                settings.model(),
                settings.timeLimit(),
                chatModel(settings),
                new Budget(settings.callsPerDay(), settings.tokensPerDay(), clock),
                scorer);
    }

    private LanguageModelGate(
            String name,
            Duration timeLimit,
            @Nullable ChatModel model,
            Budget budget,
            BuiltInScorer scorer) {
        this.name = name;
        this.timeLimit = timeLimit;
        this.model = model;
        this.budget = budget;
        this.scorer = scorer;
    }

    /** Where no model is configured. */
    public static QualityGate off() {
        return new LanguageModelGate(
                "",
                Duration.ZERO,
                null,
                new Budget(0, 0, InstantSource.system()),
                new BuiltInScorer());
    }

    private static ChatModel chatModel(Settings settings) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(
                        JdkHttpClient.builder()
                                .httpClientBuilder(
                                        HttpClient.newBuilder()
                                                .followRedirects(HttpClient.Redirect.NEVER)))
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                .modelName(settings.model())
                .temperature(0.0)
                .maxTokens(ANSWER_TOKENS_MAX)
                .responseFormat("json_object")
                .timeout(settings.timeLimit())
                .maxRetries(0)
                .build();
    }

    @Override
    public boolean isOffered() {
        return model != null && budget.isLeft();
    }

    @Override
    public Optional<GateVerdict> judge(GateCase gateCase) {
        ChatModel asked = model;
        if (asked == null || !budget.takeCall()) {
            return Optional.empty();
        }
        return inTime(asked, gateCase)
                .flatMap(response -> Answer.read(response.aiMessage().text()))
                .map(answer -> limited(answer, gateCase));
    }

    /** The client's own limit ends with the head of an answer, and a body may drip for ever. */
    private Optional<ChatResponse> inTime(ChatModel asked, GateCase gateCase) {
        FutureTask<ChatResponse> call = new FutureTask<>(() -> ask(asked, gateCase));
        Thread.ofVirtual().name("quality-gate").start(call);
        try {
            return Optional.of(call.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            call.cancel(true);
            LOG.warnf("%s has not answered in %s", name, timeLimit);
        } catch (ExecutionException e) {
            LOG.warnf("%s did not answer: %s", name, e.getCause());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private ChatResponse ask(ChatModel asked, GateCase gateCase) {
        ChatResponse response =
                asked.chat(
                        SystemMessage.from(Question.RULES),
                        UserMessage.from(Question.about(gateCase)));
        TokenUsage usage = response.tokenUsage();
        if (usage != null && usage.totalTokenCount() != null) {
            budget.spend(usage.totalTokenCount());
        }
        return response;
    }

    private GateVerdict limited(Answer answer, GateCase gateCase) {
        List<Part> parts = new ArrayList<>(answer.parts());
        int score = answer.score();
        for (Part part : scorer.judge(gateCase).parts()) {
            if (part.isLimit()) {
                parts.add(part);
                score = Math.min(score, part.score());
            }
        }
        return new GateVerdict(score, parts, name);
    }
}
