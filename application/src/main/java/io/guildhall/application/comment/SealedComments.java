package io.guildhall.application.comment;

import io.guildhall.application.access.CommentSeals;
import io.guildhall.application.access.CommentSeals.Said;
import io.guildhall.domain.codehost.RepositoryName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments of ours, with a seal on their last line that nobody sees: it holds for that text on that
 * issue alone, so that a copy of it elsewhere proves nothing.
 */
public final class SealedComments {

    private static final Pattern SEALED =
            Pattern.compile("(.*)\n\n<!-- guildhall:([A-Za-z0-9._-]{1,2000}) -->", Pattern.DOTALL);

    private final CommentSeals seals;

    public SealedComments(CommentSeals seals) {
        this.seals = seals;
    }

    /** The whole comment. */
    public String sealed(RepositoryName repository, int number, String text, Instant now) {
        String said = plain(text);
        return said
                + "\n\n<!-- guildhall:"
                + seals.seal(new Said(repository, number, hash(said), now))
                + " -->";
    }

    /** When we said this there; empty when we did not. */
    public Optional<Instant> saidAt(RepositoryName repository, int number, String comment) {
        Matcher parts = SEALED.matcher(plain(comment));
        if (!parts.matches()) {
            return Optional.empty();
        }
        return seals.open(parts.group(2))
                .filter(said -> said.repository().equals(repository))
                .filter(said -> said.number() == number)
                .filter(said -> said.textHash().equals(hash(parts.group(1))))
                .map(Said::at);
    }

    /** As it is read again: GitHub keeps neither the kind of line ends nor blanks at the end. */
    static String plain(String text) {
        return text.replace("\r\n", "\n").stripTrailing();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
