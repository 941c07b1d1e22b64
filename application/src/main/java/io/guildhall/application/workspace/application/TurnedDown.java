package io.guildhall.application.workspace.application;

import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.Applications;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Applicants who are not taken, whoever or whatever decided it. */
public record TurnedDown(Applications applications) {

    /**
     * @param events where what happened is added
     */
    public void all(
            Collection<Application> pending, String reason, Instant now, List<DomainEvent> events) {
        pending.forEach(application -> one(application, reason, now, events));
    }

    Application one(Application application, String reason, Instant now, List<DomainEvent> events) {
        var rejected = application.reject(reason, now).orThrow();
        Application saved = applications.save(rejected.state());
        events.addAll(rejected.events());
        return saved;
    }
}
