package io.guildhall.domain.workspace.talk;

import io.guildhall.domain.workspace.ProjectId;
import java.util.List;

/** The channels of all projects; a name is used once in a project. */
public interface Channels {

    void add(Channel channel);

    /** In the order of their making. */
    List<Channel> ofProject(ProjectId project);
}
