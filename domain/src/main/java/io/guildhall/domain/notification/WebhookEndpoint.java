package io.guildhall.domain.notification;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.EndpointStatus.Failing;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.WebhookError.WebhookIsDisabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookDisabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookEdited;
import io.guildhall.domain.notification.WebhookEvent.WebhookEnabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookRegistered;
import io.guildhall.domain.notification.WebhookEvent.WebhookRemoved;
import io.guildhall.domain.notification.WebhookEvent.WebhookSecretRotated;
import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address to which events are carried. Each delivery is signed with its secret; one that takes
 * nothing for days is switched off, and its owner is told.
 *
 * @param secret null when it is closed to us, as another secret of the installation sealed it:
 *     nothing can be signed then, until it is given a new one
 * @param former the secret before this one, while it still signs
 * @param hearsAfter the place in the stream of what happened last before it was there
 */
public record WebhookEndpoint(
        EndpointId id,
        Hearer hearer,
        Target target,
        @Nullable Secret secret,
        @Nullable FormerSecret former,
        EndpointStatus status,
        long hearsAfter,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** So many each operator has of its own, and each agent. */
    public static final int PER_HEARER_MAX = 20;

    public static final Duration FAILING_MAX = Duration.ofDays(5);
    public static final Duration OVERLAP_DEFAULT = Duration.ofHours(24);
    public static final Duration OVERLAP_MAX = Duration.ofDays(7);

    public static Decision<WebhookEndpoint> register(
            EndpointId id,
            Hearer hearer,
            Target target,
            Target.Rules rules,
            Secret secret,
            long hearsAfter,
            Instant now) {
        var problems = target.problems(rules);
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                new WebhookEndpoint(
                        id,
                        hearer,
                        target,
                        secret,
                        null,
                        new Enabled(null),
                        hearsAfter,
                        now,
                        now,
                        0),
                new WebhookRegistered(id, hearer, target.url()));
    }

    public Decision<WebhookEndpoint> edit(Target changed, Target.Rules rules, Instant now) {
        if (changed.equals(target)) {
            return accept(this);
        }
        var problems = changed.problems(rules);
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                new WebhookEndpoint(
                        id,
                        hearer,
                        changed,
                        secret,
                        former,
                        status,
                        hearsAfter,
                        createdAt,
                        now,
                        version),
                new WebhookEdited(id, hearer, changed.url()));
    }

    /**
     * Gives it a new secret, also where the one before it is closed.
     *
     * @param overlap how long the one before it signs too, if it can
     */
    public Decision<WebhookEndpoint> rotateSecret(Secret next, Duration overlap, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(OVERLAP_MAX) > 0) {
            return refuse(
                    Invalid.field(
                            "overlapHours", "must be 0 to " + OVERLAP_MAX.toHours() + " hours"));
        }
        FormerSecret replaced =
                secret == null || overlap.isZero()
                        ? null
                        : new FormerSecret(secret, now.plus(overlap));
        return accept(
                new WebhookEndpoint(
                        id,
                        hearer,
                        target,
                        next,
                        replaced,
                        status,
                        hearsAfter,
                        createdAt,
                        now,
                        version),
                new WebhookSecretRotated(id, hearer, target.url()));
    }

    /** Enabling twice changes nothing and is accepted: the caller has what it wants. */
    public Decision<WebhookEndpoint> enable(Instant now) {
        return switch (status) {
            case Enabled _ -> accept(this);
            case Disabled _ ->
                    accept(
                            with(new Enabled(null), now),
                            new WebhookEnabled(id, hearer, target.url()));
        };
    }

    public Decision<WebhookEndpoint> disable(Instant now) {
        return switch (status) {
            case Enabled _ -> disabled(Reason.BY_OWNER, now);
            case Disabled _ -> accept(this);
        };
    }

    /** It took a delivery. */
    public Decision<WebhookEndpoint> recordSuccess() {
        return switch (status) {
            case Enabled(var failing) ->
                    accept(failing == null ? this : with(new Enabled(null), updatedAt));
            case Disabled _ -> accept(this);
        };
    }

    /**
     * It did not take a delivery; days of nothing else switch it off. Days in which nothing was to
     * be taken are none of them.
     */
    public Decision<WebhookEndpoint> recordFailure(Instant now) {
        return switch (status) {
            case Enabled(var failing) -> {
                if (failing == null || failing.isLongAgo(now)) {
                    yield accept(with(new Enabled(Failing.from(now)), updatedAt));
                }
                yield now.isBefore(failing.since().plus(FAILING_MAX))
                        ? accept(with(new Enabled(failing.andAt(now)), updatedAt))
                        : disabled(Reason.FAILING, now);
            }
            case Disabled _ -> accept(this);
        };
    }

    /** It answered that it is gone for good. */
    public Decision<WebhookEndpoint> recordGone(Instant now) {
        return switch (status) {
            case Enabled _ -> disabled(Reason.GONE, now);
            case Disabled _ -> accept(this);
        };
    }

    /** Asks for one event that is carried to it whatever it listens to. */
    public Decision<WebhookEndpoint> test() {
        return switch (status) {
            case Enabled _ -> accept(this, new WebhookTested(id, hearer, target.url()));
            case Disabled _ -> refuse(new WebhookIsDisabled(id, status));
        };
    }

    /** Final: whoever removed it finds nothing of it any more. */
    public Decision<WebhookEndpoint> remove() {
        return accept(this, new WebhookRemoved(id, hearer, target.url()));
    }

    public boolean isEnabled() {
        return status instanceof Enabled;
    }

    /** Its secret, for whoever has just given it one and is shown it once. */
    public Secret givenSecret() {
        if (secret == null) {
            throw new IllegalStateException("The secret of webhook " + id + " is closed");
        }
        return secret;
    }

    /** Newest first: those a delivery is signed with; none when they are closed. */
    public List<Secret> secretsAt(Instant now) {
        if (secret == null) {
            return List.of();
        }
        return former != null && now.isBefore(former.signsUntil())
                ? List.of(secret, former.secret())
                : List.of(secret);
    }

    /** The same as it is kept, with the version it is kept as. */
    public WebhookEndpoint atVersion(long kept) {
        return new WebhookEndpoint(
                id, hearer, target, secret, former, status, hearsAfter, createdAt, updatedAt, kept);
    }

    private Decision<WebhookEndpoint> disabled(Reason reason, Instant now) {
        return accept(
                with(new Disabled(reason, now), now),
                new WebhookDisabled(id, hearer, target.url(), reason));
    }

    private WebhookEndpoint with(EndpointStatus next, Instant changedAt) {
        return new WebhookEndpoint(
                id,
                hearer,
                target,
                secret,
                former,
                next,
                hearsAfter,
                createdAt,
                changedAt,
                version);
    }
}
