package io.guildhall.application.inmemory;

import io.guildhall.application.access.CommentSeals;
import io.guildhall.domain.codehost.RepositoryName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Seals that anybody could make who knows how. */
public final class PlainCommentSeals implements CommentSeals {

    private static final String START = "plain.";

    @Override
    public String seal(Said said) {
        String content =
                String.join(
                        " ",
                        said.repository().toString(),
                        Integer.toString(said.number()),
                        said.textHash(),
                        said.at().toString());
        return START
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Said> open(String seal) {
        if (!seal.startsWith(START)) {
            return Optional.empty();
        }
        String[] parts =
                new String(
                                Base64.getUrlDecoder().decode(seal.substring(START.length())),
                                StandardCharsets.UTF_8)
                        .split(" ", -1);
        return Optional.of(
                new Said(
                        RepositoryName.of(parts[0]).orElseThrow(),
                        Integer.parseInt(parts[1]),
                        parts[2],
                        Instant.parse(parts[3])));
    }
}
