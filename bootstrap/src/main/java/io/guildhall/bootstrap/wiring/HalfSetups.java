package io.guildhall.bootstrap.wiring;

import io.guildhall.bootstrap.GuildhallConfig;
import java.util.ArrayList;
import java.util.List;

/** Finds what belongs together and is set in part only, as those find it who need it. */
public final class HalfSetups {

    private HalfSetups() {}

    /**
     * @return a sentence for each
     */
    public static List<String> in(GuildhallConfig settings) {
        List<String> sentences = new ArrayList<>();
        for (Runnable read :
                List.<Runnable>of(
                        () ->
                                StripeWiring.read(settings.stripe())
                                        .ifPresent(stripe ->
                                                StripeWiring.requireOneWorld(
                                                        stripe, settings.chain())),
                        () -> {
                            ChainWiring.read(settings.chain(), mayBeReal(settings.stripe()));
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
        return sentences;
    }

    /** Half a setup is told by itself, and nothing is concluded from it. */
    private static boolean mayBeReal(GuildhallConfig.Stripe stripe) {
        try {
            return StripeWiring.isLive(stripe);
        } catch (IllegalStateException half) {
            return true;
        }
    }
}
