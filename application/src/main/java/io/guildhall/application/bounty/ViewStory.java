package io.guildhall.application.bounty;

import io.guildhall.application.notification.Audience;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.util.ArrayList;
import java.util.List;

/** A bounty's whole story, newest first, as much of it as is the reader's to hear. */
public final class ViewStory {

    private final Bounties bounties;
    private final EventLog log;

    public ViewStory(Bounties bounties, EventLog log) {
        this.bounties = bounties;
        this.log = log;
    }

    public Page<Recorded> of(Caller caller, BountyId id, PageRequest page) {
        Bounty bounty = PostedBounty.seenBy(caller, bounties.find(id));
        Subject story = new Subject(Subject.Kind.BOUNTY, id.value());
        List<Recorded> heard = new ArrayList<>();
        // What is not for this reader must not make its page short: the next piece is read until
        // the page is full, or the story at its beginning.
        PageRequest next = new PageRequest(page.after(), PageRequest.LIMIT_MAX);
        boolean more = true;
        while (more && heard.size() <= page.limit()) {
            Page<Recorded> piece = log.ofStory(story, next);
            piece.items().stream()
                    .filter(recorded -> Audience.of(recorded.event(), bounty).includes(caller))
                    .forEach(heard::add);
            more = piece.hasMore();
            if (more) {
                next = new PageRequest(piece.items().getLast().id(), PageRequest.LIMIT_MAX);
            }
        }
        return Page.of(heard.subList(0, Math.min(heard.size(), page.limit() + 1)), page.limit());
    }
}
