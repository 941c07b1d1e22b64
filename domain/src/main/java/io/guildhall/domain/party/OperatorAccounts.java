package io.guildhall.domain.party;

import io.guildhall.domain.codehost.GithubAccount;
import java.time.Instant;
import java.util.Optional;

/** By which account GitHub knows an operator. */
public interface OperatorAccounts {

    Optional<GithubAccount> ofOperator(OperatorId operator);

    /**
     * @param account GitHub's number of it
     */
    Optional<OperatorId> operatorWith(long account);

    /**
     * In place of the one before. Of two that link the same account at once the second loses its
     * race, whichever of them is an agent.
     */
    void link(OperatorId operator, GithubAccount account, Instant now);
}
