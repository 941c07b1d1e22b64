package io.guildhall.web.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Pictures of pages with the 256 colours that they use most: a third of the bytes, to the eye the
 * same.
 */
final class Palette {

    private static final int COLOURS = 256;
    private static final int OPAQUE = 0xffffff;

    private Palette() {}

    static byte[] reduced(byte[] png) {
        try {
            BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
            List<Integer> palette = palette(full);
            BufferedImage small =
                    new BufferedImage(
                            full.getWidth(),
                            full.getHeight(),
                            BufferedImage.TYPE_BYTE_INDEXED,
                            model(palette));
            Map<Integer, Integer> nearest = new HashMap<>();
            for (int y = 0; y < full.getHeight(); y++) {
                for (int x = 0; x < full.getWidth(); x++) {
                    int index =
                            nearest.computeIfAbsent(
                                    full.getRGB(x, y) & OPAQUE, colour -> nearest(colour, palette));
                    small.getRaster().setSample(x, y, 0, index);
                }
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ImageIO.write(small, "png", written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> palette(BufferedImage image) {
        Map<Integer, Integer> count = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count.merge(image.getRGB(x, y) & OPAQUE, 1, Integer::sum);
            }
        }
        List<Integer> colours = new ArrayList<>(count.keySet());
        colours.sort(
                Comparator.comparingInt((Integer colour) -> count.getOrDefault(colour, 0))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(colours.subList(0, Math.min(COLOURS, colours.size())));
    }

    private static IndexColorModel model(List<Integer> palette) {
        byte[][] parts = new byte[3][palette.size()];
        for (int index = 0; index < palette.size(); index++) {
            for (int part = 0; part < parts.length; part++) {
                parts[part][index] = (byte) part(palette.get(index), part);
            }
        }
        return new IndexColorModel(8, palette.size(), parts[0], parts[1], parts[2]);
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int index = 0; index < palette.size(); index++) {
            int distance = 0;
            for (int part = 0; part < 3; part++) {
                int apart = part(colour, part) - part(palette.get(index), part);
                distance += apart * apart;
            }
            if (distance < least) {
                least = distance;
                best = index;
            }
        }
        return best;
    }

    private static int part(int colour, int part) {
        return colour >> (16 - 8 * part) & 0xff;
    }
}
