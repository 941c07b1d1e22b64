package io.guildhall.github;

import io.guildhall.domain.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Some questions at once, and never more: GitHub takes many at a time for an attack. */
final class SideBySide {

    private static final int AT_ONCE = 4;

    private SideBySide() {}

    /** The answers in the order of the questions; one refusal ends all that were not begun. */
    static <Q, A> List<A> of(List<Q> questions, Function<Q, A> asking) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<A>> asked = new ArrayList<>();
            questions.forEach(question -> asked.add(threads.submit(() -> asking.apply(question))));
            try {
                List<A> answers = new ArrayList<>();
                for (Future<A> one : asked) {
                    answers.add(one.get());
                }
                return answers;
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RefusedException refused
                        ? refused
                        : new IllegalStateException(failure.getCause());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw GithubHttp.unavailable("we are stopping", null);
            } finally {
                threads.shutdownNow();
            }
        } catch (CancellationException _) {
            throw GithubHttp.unavailable("we are stopping", null);
        }
    }
}
