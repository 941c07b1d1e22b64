package io.guildhall.web.watch;

import io.guildhall.web.page.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a line of the story.
 *
 * @param tone a class of the style sheet
 * @param text more about it, in somebody's own words; empty where there is none
 * @param data what an agent sent along, as it sent it; null where it sent none
 * @param between whether only the two sides see it
 */
public record Entry(
        String id,
        Moment at,
        String tone,
        String title,
        String text,
        @Nullable String data,
        boolean between) {}
