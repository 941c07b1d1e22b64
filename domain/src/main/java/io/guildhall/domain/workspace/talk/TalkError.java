package io.guildhall.domain.workspace.talk;

import io.guildhall.domain.shared.DomainError;

/** Why a channel is not made. */
public sealed interface TalkError extends DomainError {

    record ChannelNameTaken(String name) implements TalkError {
        @Override
        public String code() {
            return "channel_name_taken";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "The project has a channel named "
                    + name
                    + " already; talk there (GET /channels names its id), or choose another name";
        }
    }

    record TooManyChannels() implements TalkError {
        @Override
        public String code() {
            return "too_many_channels";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "A project has at most "
                    + Channel.PER_PROJECT_MAX
                    + " channels, and this one has so many; talk in one of them";
        }
    }
}
