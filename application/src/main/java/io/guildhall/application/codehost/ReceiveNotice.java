package io.guildhall.application.codehost;

import io.guildhall.application.access.NoticeSignatures;
import io.guildhall.application.codehost.NoticeError.NoticeNotSigned;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what GitHub tells: who has not signed it is refused, and the rest is kept before anybody
 * looks into it. The same told again changes nothing.
 */
public final class ReceiveNotice {

    private static final int NAME_LENGTH_MAX = 100;

    private final Transactions transactions;
    private final Notices notices;
    private final NoticeSignatures signatures;
    private final InstantSource worldClock;

    public ReceiveNotice(
            Transactions transactions,
            Notices notices,
            NoticeSignatures signatures,
            InstantSource worldClock) {
        this.transactions = transactions;
        this.notices = notices;
        this.signatures = signatures;
        this.worldClock = worldClock;
    }

    /**
     * @param signature as it came, or null
     * @param body as it came, read as UTF-8; what is not UTF-8 is changed by that, and its
     *     signature then wrong
     */
    public record Command(
            @Nullable String id, @Nullable String event, @Nullable String signature, String body) {}

    /**
     * @return whether it was new
     */
    public boolean handle(Command command) {
        String signature = command.signature();
        if (signature == null || !signatures.isSigned(command.body(), signature)) {
            throw new RefusedException(new NoticeNotSigned());
        }
        String id = command.id() == null ? "" : command.id();
        String event = command.event() == null ? "" : command.event();
        new Invalid.Check()
                .require(isName(id), "X-GitHub-Delivery", "must be there")
                .require(isName(event), "X-GitHub-Event", "must be there")
                .orThrow();
        Notice notice = new Notice(id, event, command.body(), worldClock.instant(), 0);
        return transactions.run(() -> notices.keep(notice));
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= NAME_LENGTH_MAX;
    }
}
