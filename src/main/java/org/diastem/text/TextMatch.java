// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

/**
 * A text that was found.
 *
 * @param score by which matches of one question compare; those of different questions do not
 */
public record TextMatch(TextEntry entry, float score) {}
