/**
 * Results as one self-contained HTML page with pictures, fit to be sent to somebody who has no Heddle:
 * {@link io.heddle.scenarios.html.HtmlReport} for a scenario, {@link io.heddle.scenarios.html.TopologyReport} for a fabric's cabling.
 *
 * <p>Each section of a page is a class that writes itself to {@link io.heddle.scenarios.html.Html}, which escapes every text and keeps
 * elements nested. Switches that hold equal numbers are told once, so the size of a page does not grow with the fabric. The markup is
 * HTML5 and well-formed XML at once; style and pictures are inline, there is no script, and nothing is fetched from elsewhere. Colours
 * follow the reader's light or dark scheme and never say anything that words or lengths do not say too.
 *
 * <p>Not supported: choosing sections, and switches one by one (that is what {@code heddle tables} is for).
 */
@NullMarked
package io.heddle.scenarios.html;

import org.jspecify.annotations.NullMarked;
