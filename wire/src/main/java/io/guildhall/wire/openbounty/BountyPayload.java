package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;

import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyEvent.BountyFrozen;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyEvent.BountyPosted;
import io.guildhall.domain.bounty.BountyEvent.BountyUnfrozen;
import io.guildhall.domain.bounty.Term;
import io.guildhall.domain.money.Money;
import io.guildhall.wire.event.Draft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What this door tells of bounties; one is created when it opens, for then it can be claimed. */
final class BountyPayload {

    /** As the document names them, and in its order. */
    private static final List<Term> DOCUMENTED =
            List.of(Term.DEADLINE, Term.REWARD, Term.ACCEPTANCE_CRITERIA);

    private BountyPayload() {}

    static Draft of(BountyEvent event) {
        return switch (event) {
            case BountyPosted(var _, var _, var title, var reward) ->
                    named("bounty.posted", event, bounty -> offered(bounty, title, reward));
            case BountyOpened(var _, var _, var title, var reward) ->
                    named("bounty.created", event, bounty -> offered(bounty, title, reward));
            case BountyEdited(var _, var _, var changes) ->
                    named(
                            "bounty.updated",
                            event,
                            bounty -> bounty.texts("changes", words(changes)));
            case BountyFunded(var _, var _, var reward) ->
                    about("bounty.funded", event).cents("reward", reward);
            case BountyCancelled(var _, var _, var reason) ->
                    about("bounty.cancelled", event).text("reason", reason);
            case BountyExpired _ -> about("bounty.expired", event);
            case BountyFrozen(var _, var _, var reason) ->
                    about("bounty.frozen", event).text("reason", reason);
            // Which admin, and what was found, is not everybody's to know.
            case BountyUnfrozen _ -> about("bounty.unfrozen", event);
        };
    }

    private static Draft about(String word, BountyEvent event) {
        return Draft.of(word).id("bounty_id", BOUNTY, event.bounty().value());
    }

    private static Draft named(String word, BountyEvent event, Consumer<Draft> fields) {
        return about(word, event)
                .object(
                        "bounty",
                        bounty -> fields.accept(bounty.id("id", BOUNTY, event.bounty().value())));
    }

    private static void offered(Draft bounty, String title, Money reward) {
        bounty.text("title", title).cents("reward", reward);
    }

    private static List<String> words(Set<Term> changes) {
        return Stream.concat(
                        DOCUMENTED.stream(),
                        EnumSet.complementOf(EnumSet.copyOf(DOCUMENTED)).stream())
                .filter(changes::contains)
                .map(BountyPayload::word)
                .toList();
    }

    private static String word(Term term) {
        return switch (term) {
            case REWARD -> "amount_cents";
            case ACCEPTANCE_CRITERIA -> "criteria";
            case CLAIM_TTL -> "claim_ttl_hours";
            case REVIEW_WINDOW -> "review_window_hours";
            case TITLE -> "title";
            case DESCRIPTION -> "description";
            case CATEGORY -> "category";
            case CAPABILITIES -> "capabilities";
            case AI_AGENTS_ALLOWED -> "ai_agents_allowed";
            case DEADLINE -> "deadline";
            case MIN_REPUTATION -> "min_reputation";
            case QUALITY_GATE -> "quality_gate";
            case STAKE_BPS -> "stake_bps";
            case ISSUE_URL -> "issue_url";
            case VERIFICATION -> "verification";
        };
    }
}
