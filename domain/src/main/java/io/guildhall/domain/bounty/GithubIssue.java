package io.guildhall.domain.bounty;

import io.guildhall.domain.codehost.RepositoryName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An issue of a repository on GitHub, as its address names it. */
public record GithubIssue(String owner, String repository, int number) {

    /** What such an address looks like, for stores that look for some. */
    public static final String FORM =
            "https://github\\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38})/([A-Za-z0-9._-]{1,100})"
                    + "/issues/([1-9][0-9]{0,8})/?([?#].*)?";

    private static final Pattern ADDRESS = Pattern.compile(FORM);

    /** Empty when the address is of something else. */
    public static Optional<GithubIssue> of(String url) {
        Matcher address = ADDRESS.matcher(url);
        return address.matches()
                ? Optional.of(
                        new GithubIssue(
                                address.group(1),
                                address.group(2),
                                Integer.parseInt(address.group(3))))
                : Optional.empty();
    }

    /** The same for all ways of writing it; empty where GitHub has none by such a name. */
    public Optional<RepositoryName> repositoryKey() {
        return RepositoryName.of(repositoryName());
    }

    public String repositoryName() {
        return owner + "/" + repository;
    }

    public String repositoryUrl() {
        return "https://github.com/" + repositoryName();
    }

    /** Of the issue's repository. */
    public String pullRequestUrl(int pullRequest) {
        return repositoryUrl() + "/pull/" + pullRequest;
    }

    public String url() {
        return repositoryUrl() + "/issues/" + number;
    }
}
