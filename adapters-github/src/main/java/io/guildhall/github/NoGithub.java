package io.guildhall.github;

import io.guildhall.application.access.NoticeSignatures;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.PartyError.GithubNotSetUp;
import io.guildhall.domain.shared.RefusedException;
import java.net.URI;

/** Where no GitHub App is set up: whoever asks is told what is missing. */
public final class NoGithub implements CodeHost, NoticeSignatures {

    @Override
    public URI consentPage(String state) {
        throw notSetUp();
    }

    @Override
    public GithubAccount whoCameWith(String code) {
        throw notSetUp();
    }

    @Override
    public boolean isSigned(String body, String signature) {
        throw notSetUp();
    }

    private static RefusedException notSetUp() {
        return new RefusedException(new GithubNotSetUp());
    }
}
