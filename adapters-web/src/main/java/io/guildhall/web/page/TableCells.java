package io.guildhall.web.page;

import java.util.Iterator;

/**
 * How many cells the tables of a text come to. The parser fills each row up to the width of its
 * table's head, and its own bound is one for each table: a text of a few kilobytes would have a
 * million of them.
 */
final class TableCells {

    private TableCells() {}

    /** As many as there can be, without looking for where exactly a table begins and ends. */
    static long atMost(String markdown) {
        long cells = 0;
        long width = 0;
        for (Iterator<String> lines = markdown.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            // Any other line goes on with the table, even one without a bar in it.
            width = isBlank(line) ? 0 : Math.max(width, columns(line));
            cells += width;
        }
        return cells;
    }

    /** Of a line that could divide a head from its rows, in a list or a quotation, too; or 0. */
    private static long columns(String line) {
        boolean divides =
                line.indexOf('-') >= 0
                        && line.indexOf('|') >= 0
                        && line.chars().allMatch(TableCells::mayStandInDivider);
        return divides ? line.chars().filter(character -> character == '|').count() + 1 : 0;
    }

    private static boolean mayStandInDivider(int character) {
        return "|:- \t>*+.)0123456789".indexOf(character) >= 0;
    }

    /** As the parser sees it; other spaces are text to it. */
    private static boolean isBlank(String line) {
        return line.chars().allMatch(character -> character == ' ' || character == '\t');
    }
}
