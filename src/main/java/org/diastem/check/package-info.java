// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of what was built: the reasoner, SHACL shapes, query checks, and the comparison with the source text. Each
 * yields findings, which are values with a severity and the row or line that they come from.
 */
package org.diastem.check;
