package io.guildhall.bootstrap.wiring;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.JudgeSubmissions;
import io.guildhall.application.submission.JudgedWork;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.submission.Submissions;
import io.guildhall.quality.LanguageModelGate;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The quality gate. */
@Singleton
final class QualityWiring {

    @Produces
    @Singleton
    BuiltInScorer builtInScorer() {
        return new BuiltInScorer();
    }

    @Produces
    @Singleton
    QualityGate qualityGate(GuildhallConfig config, BuiltInScorer scorer, InstantSource clock) {
        var quality = config.quality();
        if (quality.url().isEmpty()) {
            return LanguageModelGate.off();
        }
        String model =
                quality.model()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "guildhall.quality.model has to name the model at"
                                                + " guildhall.quality.url"));
        return new LanguageModelGate(
                new LanguageModelGate.Settings(
                        quality.url().get(),
                        quality.key().orElse(""),
                        model,
                        quality.timeLimit(),
                        quality.callsPerDay(),
                        quality.tokensPerDay()),
                scorer,
                clock);
    }

    @Produces
    @Singleton
    JudgedWork judgedWork(
            Bounties bounties, Claims claims, Submissions submissions, BuiltInScorer scorer) {
        return new JudgedWork(bounties, claims, submissions, scorer);
    }

    @Produces
    @Singleton
    JudgeSubmissions judgeSubmissions(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            JudgedWork judgedWork,
            QualityGate gate,
            BuiltInScorer scorer) {
        return new JudgeSubmissions(context, bounties, submissions, judgedWork, gate, scorer);
    }
}
