package io.guildhall.domain.workspace;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What its owner means to have built.
 *
 * @param budget what the owner means to spend on it; zero when nothing was said
 * @param githubRepo the address of its repository, or null
 */
public record ProjectPlan(
        String title, String description, Money budget, @Nullable String githubRepo) {

    /** As much as a bounty's reward at most. */
    public static final long BUDGET_CENTS_MAX = 1_000_000_000L;

    private static final Pattern REPOSITORY =
            Pattern.compile(
                    "https://github\\.com/[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}");

    public List<FieldProblem> problems() {
        return new Invalid.Check()
                .text(title, "title", 1, 200)
                .text(description, "description", 1, 50_000)
                .require(
                        budget.units() >= 0 && budget.cents() <= BUDGET_CENTS_MAX,
                        "budget",
                        "must be 0 to " + BUDGET_CENTS_MAX + " cents")
                .require(
                        githubRepo == null || REPOSITORY.matcher(githubRepo).matches(),
                        "githubRepo",
                        "must be a repository's address such as https://github.com/org/repo")
                .problems();
    }

    ProjectPlan withBudget(Money grown) {
        return new ProjectPlan(title, description, grown, githubRepo);
    }
}
