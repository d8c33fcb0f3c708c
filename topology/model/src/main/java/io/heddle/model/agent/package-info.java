/**
 * What a node's agent and the controller say to each other. The agent tells what it attached and detached, numbered as in its journal;
 * the controller answers up to which number it has everything, and which blocks the node has.
 *
 * <p>A report is either the events behind the number that the controller acknowledged last, or <em>whole</em>: every attachment there
 * is, in place of all that was said before. The agent sends a whole one when it starts and when it no longer has the events, so that
 * nothing but its journal needs to be durable. The API has a format; newer than known is refused by name, and a controller reads reports of
 * one format before its own.
 */
@NullMarked
package io.heddle.model.agent;

import org.jspecify.annotations.NullMarked;
