// SPDX-License-Identifier: Apache-2.0
/**
 * Executes SPARQL algebra over an {@link org.diastem.index.Index} in ids, some hundred rows at a time, behind ARQ's
 * extension point for executors. What it does not do itself, ARQ's general executor does, with the same answer.
 */
package org.diastem.engine;
