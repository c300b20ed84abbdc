// SPDX-License-Identifier: Apache-2.0
/** Checks of what was built: the reasoner, and what later finds fault with the graph; findings are values. */
package org.diastem.check;
