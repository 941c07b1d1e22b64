package io.guildhall.web.visit;

import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.page.Assets;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import jakarta.inject.Singleton;

/** Draws the frame of a page for whoever visits. */
@Singleton
public final class Frames {

    private final Visit visit;
    private final ViewParties parties;
    private final Themes themes;
    private final Assets assets;

    Frames(Visit visit, ViewParties parties, Themes themes, Assets assets) {
        this.visit = visit;
        this.parties = parties;
        this.themes = themes;
        this.assets = assets;
    }

    public Frame of(String title, Section section) {
        Caller caller = visit.callerIfKnown();
        return new Frame(
                title,
                section,
                caller == null ? null : parties.operatorOf(caller).name(),
                caller != null && caller.isAdmin(),
                themes.of(visit.request()),
                visit.formToken(),
                visit.once(),
                visit.address(),
                Said.text(visit.request().request().getParam("said")),
                assets);
    }
}
