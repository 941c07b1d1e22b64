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
                        () -> {
                            ChainWiring.read(settings.chain());
                            ChainWiring.keys(settings.chain());
                        },
                        () -> GithubWiring.read(settings.github()))) {
            try {
                read.run();
            } catch (IllegalStateException half) {
                sentences.add(String.valueOf(half.getMessage()));
            }
        }
        return sentences;
    }
}
