package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.RefusedException;
import java.net.URI;

/**
 * Tells who somebody is at GitHub. It is outside: nobody asks it inside a unit of work. Where none
 * is set up each question is refused with {@link
 * io.guildhall.domain.party.PartyError.GithubNotSetUp}.
 */
public interface CodeHost {

    /**
     * Where somebody says that we may know who they are; asks nobody.
     *
     * @param state comes back with them, and proves who was sent
     */
    URI consentPage(String state);

    /**
     * Who came back with the code. A code is good once and for some minutes.
     *
     * @throws RefusedException with {@link GithubCodeRefused} for a code that is not good, or with
     *     {@link GithubUnavailable}, after which the code may be used up
     */
    GithubAccount whoCameWith(String code);
}
