package io.heddle.bgp.rib;

/**
 * What update groups of a table share.
 *
 * @param wanting who wants which route targets
 * @param work what a group cannot do within a call goes here
 * @param events is told what becomes of groups
 */
record GroupContext(
        RouteTable table,
        UpdatePacker packer,
        WantingSources wanting,
        TableWork work,
        Events events,
        GroupLimits limits) {

    /** What becomes of groups. */
    interface Events {

        /** A group has something to look at; once until {@link UpdateGroup#heard}. */
        void due(UpdateGroup group);

        /** A member that had read everything has something to read. */
        void readable(int source);

        /** A group has lost its last member. */
        void emptied(UpdateGroup group);
    }
}
