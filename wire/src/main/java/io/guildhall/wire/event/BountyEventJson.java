package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;

import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyEvent.BountyFrozen;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyEvent.BountyPosted;
import io.guildhall.domain.bounty.BountyEvent.BountyUnfrozen;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.Term;
import io.guildhall.domain.party.OperatorId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to bounties, as JSON. */
final class BountyEventJson {

    private BountyEventJson() {}

    static Draft encode(BountyEvent event) {
        return switch (event) {
            case BountyPosted(var _, var _, var title, var reward) ->
                    about("bounty.posted", event).text("title", title).money("reward", reward);
            case BountyFunded(var _, var _, var reward) ->
                    about("bounty.funded", event).money("reward", reward);
            case BountyOpened(var _, var _, var title, var reward) ->
                    about("bounty.opened", event).text("title", title).money("reward", reward);
            case BountyEdited(var _, var _, var changes) ->
                    about("bounty.edited", event).texts("changes", words(changes));
            case BountyCancelled(var _, var _, var reason) ->
                    about("bounty.cancelled", event).text("reason", reason);
            case BountyExpired _ -> about("bounty.expired", event);
            case BountyFrozen(var _, var _, var reason) ->
                    about("bounty.frozen", event).text("reason", reason);
            case BountyUnfrozen(var _, var _, var by, var note) ->
                    about("bounty.unfrozen", event)
                            .id("by", OPERATOR, by.value())
                            .text("note", note);
        };
    }

    static BountyEvent decode(String kind, Fields fields) {
        var bounty = new BountyId(fields.id("bounty_id", BOUNTY));
        var poster = new OperatorId(fields.id("poster_id", OPERATOR));
        return switch (kind) {
            case "bounty.posted" ->
                    new BountyPosted(bounty, poster, fields.text("title"), fields.money("reward"));
            case "bounty.funded" -> new BountyFunded(bounty, poster, fields.money("reward"));
            case "bounty.opened" ->
                    new BountyOpened(bounty, poster, fields.text("title"), fields.money("reward"));
            case "bounty.edited" ->
                    new BountyEdited(bounty, poster, terms(fields.texts("changes")));
            case "bounty.cancelled" -> new BountyCancelled(bounty, poster, fields.text("reason"));
            case "bounty.expired" -> new BountyExpired(bounty, poster);
            case "bounty.frozen" -> new BountyFrozen(bounty, poster, fields.text("reason"));
            case "bounty.unfrozen" ->
                    new BountyUnfrozen(
                            bounty,
                            poster,
                            new OperatorId(fields.id("by", OPERATOR)),
                            fields.text("note"));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, BountyEvent event) {
        return Draft.of(kind)
                .id("bounty_id", BOUNTY, event.bounty().value())
                .id("poster_id", OPERATOR, event.poster().value());
    }

    private static List<String> words(Set<Term> terms) {
        return terms.stream().sorted().map(Term::word).toList();
    }

    private static Set<Term> terms(List<String> words) {
        return words.stream()
                .map(word -> Term.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
