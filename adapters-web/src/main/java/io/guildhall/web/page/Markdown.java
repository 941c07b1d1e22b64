package io.guildhall.web.page;

import io.quarkus.qute.RawString;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Texts of strangers as HTML that cannot do anything: raw HTML is shown as it was typed, and what
 * Markdown makes is let through element by element. Images are not loaded: they would tell their
 * owner who reads.
 */
public final class Markdown {

    /** The page has a heading above each text, so that theirs begin two levels lower. */
    private static final int HEADINGS_LOWER = 2;

    private static final int HEADING_MAX = 6;
    private static final List<TablesExtension> EXTENSIONS = List.of(tables());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

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
        var document = PARSER.parse(markdown);
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        heading.setLevel(
                                Math.min(HEADING_MAX, heading.getLevel() + HEADINGS_LOWER));
                        visitChildren(heading);
                    }
                });
        return new RawString(POLICY.sanitize(RENDERER.render(document)));
    }

    private static TablesExtension tables() {
        return (TablesExtension) TablesExtension.create();
    }
}
