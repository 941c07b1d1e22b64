package io.guildhall.github;

import java.io.IOException;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.HttpException;

/** What may be told of a failure: never what was sent or answered, which may hold a token. */
final class Told {

    private Told() {}

    static String by(RuntimeException unreadable) {
        return unreadable.getClass().getSimpleName();
    }

    static String by(IOException failure) {
        return switch (failure) {
            case HttpException answer -> "it answered " + answer.getResponseCode();
            case GHFileNotFoundException _ -> "it answered 404";
            default -> failure.getClass().getSimpleName();
        };
    }
}
