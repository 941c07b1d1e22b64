package io.guildhall.web.page;

import io.quarkus.qute.RawString;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jboss.logging.Logger;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Texts of strangers as HTML that cannot do anything: raw HTML is shown as it was typed, and what
 * Markdown makes is let through element by element. Images are not loaded: they would tell their
 * owner who reads. A text that would become far more than was typed is shown as it was typed.
 */
public final class Markdown {

    private static final Logger LOG = Logger.getLogger(Markdown.class);

    /** The page has a heading above each text, so that theirs begin two levels lower. */
    private static final int HEADINGS_LOWER = 2;

    private static final int HEADING_MAX = 6;

    /** More than anybody reads; a short row is filled up to the width of its table's head. */
    private static final int TABLE_CELLS_MAX = 20_000;

    /** Only what is said once and referred to often becomes longer than so many times itself. */
    private static final int TIMES_LONGER_MAX = 8;

    /** However little was typed. */
    private static final int LENGTH_ALWAYS = 50_000;

    private static final List<TablesExtension> EXTENSIONS = List.of(tables());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final Parser WITHOUT_TABLES = Parser.builder().build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .softbreak("\n")
                    .build();

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "ul",
                            "ol",
                            "li",
                            "blockquote",
                            "pre",
                            "code",
                            "em",
                            "strong",
                            "br",
                            "hr",
                            "a",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowAttributes("start")
                    .onElements("ol")
                    .allowStandardUrlProtocols()
                    .requireRelsOnLinks("nofollow", "noopener", "ugc")
                    .toFactory();

    private Markdown() {}

    public static RawString html(String markdown) {
        try {
            return new RawString(POLICY.sanitize(drawn(markdown)));
        } catch (RuntimeException e) {
            // Its message may quote the text, which is not ours to log.
            LOG.warnf(
                    "A text of %d characters is shown as it was typed: %s",
                    markdown.length(), e.getClass().getName());
            return new RawString(asTyped(markdown));
        }
    }

    private static String drawn(String markdown) {
        Node document = parser(markdown).parse(markdown);
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        heading.setLevel(
                                Math.min(HEADING_MAX, heading.getLevel() + HEADINGS_LOWER));
                        visitChildren(heading);
                    }
                });
        BoundedText html = new BoundedText(LENGTH_ALWAYS + TIMES_LONGER_MAX * markdown.length());
        RENDERER.render(document, html);
        return html.toString();
    }

    private static Parser parser(String markdown) {
        return TableCells.atMost(markdown) > TABLE_CELLS_MAX ? WITHOUT_TABLES : PARSER;
    }

    private static String asTyped(String text) {
        IndentedCodeBlock whole = new IndentedCodeBlock();
        whole.setLiteral(text);
        return RENDERER.render(whole);
    }

    private static TablesExtension tables() {
        return (TablesExtension) TablesExtension.create();
    }
}
