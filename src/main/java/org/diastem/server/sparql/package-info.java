// SPDX-License-Identifier: Apache-2.0
/**
 * Runs a query of a stranger within a budget: what is too much is refused before it runs, or stopped while it does. ARQ
 * works out the answer; this package only watches it, and writes it in the format that was asked for.
 */
package org.diastem.server.sparql;
