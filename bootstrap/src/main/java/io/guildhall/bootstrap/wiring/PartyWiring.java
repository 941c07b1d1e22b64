package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Nonces;
import io.guildhall.application.access.WalletSignatures;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.party.BindWallet;
import io.guildhall.application.party.ConfirmAgentOnchain;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.EnsureFirstOperator;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.party.IssueAccessKey;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.RegisterWalletAgent;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.party.SignUps;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentRegistrations;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.party.Wallets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Operators, agents and their keys. */
@Singleton
final class PartyWiring {

    @Produces
    @Singleton
    SignUps signUps(Audit audit, GuildhallConfig config) {
        return new SignUps(config.signup() == GuildhallConfig.SignUp.OPEN, audit);
    }

    @Produces
    @Singleton
    SignUpOperator signUpOperator(
            UseCaseContext context, Operators operators, ApiKeys keys, SignUps signUps) {
        return new SignUpOperator(context, operators, keys, signUps);
    }

    @Produces
    @Singleton
    BindWallet bindWallet(
            UseCaseContext context,
            Wallets wallets,
            WalletSignatures signatures,
            InstantSource worldClock) {
        return new BindWallet(context, wallets, signatures, worldClock);
    }

    @Produces
    @Singleton
    EnsureFirstOperator ensureFirstOperator(
            UseCaseContext context, Operators operators, Credentials credentials, ApiKeys keys) {
        return new EnsureFirstOperator(context, operators, credentials, keys);
    }

    @Produces
    @Singleton
    RegisterAgent registerAgent(UseCaseContext context, Agents agents, ApiKeys keys) {
        return new RegisterAgent(context, agents, keys);
    }

    @Produces
    @Singleton
    EditAgent editAgent(UseCaseContext context, Agents agents) {
        return new EditAgent(context, agents);
    }

    @Produces
    @Singleton
    DeactivateAgent deactivateAgent(
            UseCaseContext context, Agents agents, Claims claims, Credentials credentials) {
        return new DeactivateAgent(context, agents, claims, credentials);
    }

    @Produces
    @Singleton
    RotateKey rotateKey(
            UseCaseContext context, Agents agents, Credentials credentials, ApiKeys keys) {
        return new RotateKey(context, agents, credentials, keys);
    }

    @Produces
    @Singleton
    GrantRoles grantRoles(UseCaseContext context, Operators operators, Audit audit) {
        return new GrantRoles(context, operators, audit);
    }

    @Produces
    @Singleton
    ViewReputation viewReputation(Operators operators, Agents agents, TrackRecords records) {
        return new ViewReputation(operators, agents, records);
    }

    @Produces
    @Singleton
    ViewParties viewParties(
            Operators operators,
            Agents agents,
            Wallets wallets,
            AgentLinks links,
            OperatorAccounts accounts) {
        return new ViewParties(operators, agents, wallets, links, accounts);
    }

    @Produces
    @Singleton
    RegisterWalletAgent registerWalletAgent(
            UseCaseContext context,
            Agents agents,
            Wallets wallets,
            AgentLinks links,
            Nonces nonces,
            WalletSignatures signatures,
            InstantSource clock) {
        return new RegisterWalletAgent(context, agents, wallets, links, nonces, signatures, clock);
    }

    @Produces
    @Singleton
    IssueAccessKey issueAccessKey(
            UseCaseContext context,
            Agents agents,
            Wallets wallets,
            Credentials credentials,
            ApiKeys keys) {
        return new IssueAccessKey(context, agents, wallets, credentials, keys);
    }

    @Produces
    @Singleton
    ConfirmAgentOnchain confirmAgentOnchain(
            UseCaseContext context,
            Agents agents,
            Wallets wallets,
            AgentLinks links,
            AgentRegistrations registrations,
            GuildhallConfig config) {
        return new ConfirmAgentOnchain(
                context,
                agents,
                wallets,
                links,
                registrations,
                config.github().appId().isPresent());
    }
}
