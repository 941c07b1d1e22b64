package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.List;
import java.util.Objects;

/**
 * Judges work by its words alone: the same case always gets the same verdict, in milliseconds, and
 * asks nobody. It cannot tell right from wrong; it tells work from what plainly is none, and says
 * how it came to think so. The score is the mean of the parts by their weights, and never above any
 * of the limits.
 */
public final class BuiltInScorer {

    public static final String NAME = "built-in";

    private static final List<Look> LOOKS =
            List.of(
                    new Length(),
                    new Coverage(),
                    new Substance(),
                    new Structure(),
                    new Topic(),
                    new OwnWords(),
                    new Concreteness(),
                    new Repetition(),
                    new Placeholder(),
                    new Refusal(),
                    new Copy());

    public GateVerdict judge(GateCase gateCase) {
        Asked asked = Asked.of(gateCase.asked());
        Delivered delivered =
                Delivered.of(
                        gateCase.work(),
                        asked,
                        Objects.requireNonNullElse(gateCase.asked().issueUrl(), ""));
        List<Part> parts = LOOKS.stream().map(look -> look.at(asked, delivered, gateCase)).toList();
        return new GateVerdict(Math.min(mean(parts), lowestLimit(parts)), parts, NAME);
    }

    private static int mean(List<Part> parts) {
        long sum = parts.stream().mapToLong(part -> (long) part.score() * part.weight()).sum();
        return Math.toIntExact(sum / GateVerdict.SCORE_MAX);
    }

    private static int lowestLimit(List<Part> parts) {
        return parts.stream()
                .filter(Part::isLimit)
                .mapToInt(Part::score)
                .min()
                .orElse(GateVerdict.SCORE_MAX);
    }
}
