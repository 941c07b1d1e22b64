package io.guildhall.bootstrap.wiring;

import io.guildhall.bootstrap.GuildhallConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what belongs together and is set in part only, as those find it who need it. */
public final class HalfSetups {

    private HalfSetups() {}

    /**
     * @return a sentence for each
     */
    public static List<String> in(GuildhallConfig settings) {
        // What two of them stumble over is told once.
        Set<String> sentences = new LinkedHashSet<>();
        for (Runnable read :
                List.<Runnable>of(
                        () ->
                                StripeWiring.read(settings.stripe())
                                        .ifPresent(
                                                stripe ->
                                                        StripeWiring.requireOneWorld(
                                                                stripe, settings.chain())),
                        () -> {
                            ChainWiring.read(
                                    settings.chain(), StripeWiring.isLive(settings.stripe()));
                            ChainWiring.keys(settings.chain());
                        },
                        () -> GithubWiring.read(settings.github()),
                        () -> SessionWiring.read(settings.oidc()))) {
            try {
                read.run();
            } catch (IllegalStateException half) {
                sentences.add(String.valueOf(half.getMessage()));
            }
        }
        return List.copyOf(sentences);
    }
}
