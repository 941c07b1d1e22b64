package io.guildhall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCellsTest {

    /** Of these, tables come about in lists and quotations and end in every way. */
    private static final List<String> PIECES =
            List.of(
                    "a|b", "a|b|c", "-|-", ":-:|-", "|-|-|-|", "|", "|a", "x", "> ", ">", "- ",
                    "1. ", "2) ", "* ", "  ", "    ", "\t", "\n", "\n", "\n", "\r", "\r\n",
                    "\u2003", "\f", "\u000b", "# ", "---", "```", "[a]: b", "\\|", "<!--", "\u0000",
                    "\u2028");

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Test
    void eachRowIsAsWideAsItsHead() {
        assertThat(TableCells.atMost("a|b|c\n-|-|-\nx\ny|z\n")).isEqualTo(9);
        assertThat(TableCells.atMost("Words\n\n- and\n- a list | with a bar\n")).isZero();
        assertThat(TableCells.atMost("a|b\n-|-\nx\n\nWords\n")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noTextHasMoreThanAreCounted(int seed) {
        Random random = new Random(seed);
        int tables = 0;
        for (int round = 0; round < 5_000; round++) {
            String text =
                    (random.nextBoolean() ? "" : "a|b|c\n-|-|-\n")
                            + Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                                    .limit(4 + random.nextInt(40))
                                    .collect(Collectors.joining());

            int cells = cells(text);

            assertThat(TableCells.atMost(text)).as(text).isGreaterThanOrEqualTo(cells);
            tables += cells > 0 ? 1 : 0;
        }
        assertThat(tables).isGreaterThan(1_000);
    }

    private static int cells(String text) {
        int[] cells = {0};
        PARSER.parse(text)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(CustomNode node) {
                                if (node instanceof TableCell) {
                                    cells[0]++;
                                }
                                visitChildren(node);
                            }
                        });
        return cells[0];
    }
}
