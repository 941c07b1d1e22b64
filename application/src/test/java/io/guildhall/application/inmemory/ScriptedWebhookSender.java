package io.guildhall.application.inmemory;

import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Receivers that take everything, unless told otherwise; it remembers what they were sent. */
public final class ScriptedWebhookSender implements WebhookSender {

    private static final Duration TOOK = Duration.ofMillis(20);

    private final List<Letter> letters = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Letter, Answer> script = _ -> replied(200);

    @Override
    public Answer send(Letter letter) {
        letters.add(letter);
        return script.apply(letter);
    }

    /** What each letter is answered from now on; it may wait. */
    public void answer(Function<Letter, Answer> next) {
        script = next;
    }

    public List<Letter> letters() {
        synchronized (letters) {
            return List.copyOf(letters);
        }
    }

    public void forgetLetters() {
        letters.clear();
    }

    public static Answer replied(int status) {
        return new Replied(status, TOOK, "", null);
    }
}
