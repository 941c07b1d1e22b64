package io.guildhall.web.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Pictures of pages for docs/console: light and dark on a desk, and light on a phone. They are
 * taken only by a run with {@code -Dapprove=true}; every run looks whether each page can be read in
 * each.
 */
final class Gallery {

    private static final int BYTES_MAX = 150 * 1024;
    private static final int HEIGHT_MAX = 1_600;

    private record Size(String name, int width, int height, ColorScheme scheme) {}

    /** Dark is light in other colours, and nothing else ({@link DarkTest}). */
    private static final Size[] SIZES = {
        new Size("light", 1280, 900, ColorScheme.LIGHT),
        new Size("dark", 1280, 900, ColorScheme.DARK),
        new Size("phone", 360, 780, ColorScheme.LIGHT)
    };

    private Gallery() {}

    static void show(Visitor visitor, String name) {
        Page page = visitor.page();
        for (Size size : SIZES) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(size.scheme()));
            page.setViewportSize(size.width(), size.height());
            if (size.scheme() == ColorScheme.DARK) {
                visitor.findsItsColoursAccessible();
            } else {
                visitor.findsItAccessible();
            }
            mustNotScrollSideways(page, name);
            if (Boolean.getBoolean("approve")) {
                take(page, size, name + "-" + size.name());
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    private static void mustNotScrollSideways(Page page, String name) {
        Object wide =
                page.evaluate(
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            throw new AssertionError(name + " is wider than its window");
        }
    }

    private static void take(Page page, Size size, String name) {
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(size.width(), Math.min(HEIGHT_MAX, Math.max(size.height(), height)));
        page.evaluate("window.scrollTo(0, 0)");
        byte[] picture = Palette.reduced(page.screenshot());
        if (picture.length > BYTES_MAX) {
            throw new AssertionError(name + " has " + picture.length + " bytes");
        }
        try {
            Path folder = docs().resolve("console");
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path docs() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve("docs");
    }
}
