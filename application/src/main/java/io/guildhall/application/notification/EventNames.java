package io.guildhall.application.notification;

import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.shared.DomainEvent;
import java.util.Optional;

/** What an event is called in the words of a door; empty where a door does not tell of it. */
@FunctionalInterface
public interface EventNames {

    Optional<String> of(PayloadForm form, DomainEvent event);
}
