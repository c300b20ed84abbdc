// SPDX-License-Identifier: Apache-2.0
/**
 * The index of a release: one file, written once and never changed, mapped into memory and read where it lies. A
 * dictionary of terms, and the triples in three orders of term ids. The layout is described in {@code docs/index.md}.
 */
package org.diastem.index;
