package io.guildhall.domain.codehost;

/**
 * An issue as it stands at GitHub.
 *
 * @param body Markdown; empty when it has none
 * @param isPrivate whether its repository is not for everybody to read
 */
public record Issue(
        RepositoryName repository,
        int number,
        String title,
        String body,
        boolean isOpen,
        GithubAccount author,
        String url,
        boolean isPrivate) {}
