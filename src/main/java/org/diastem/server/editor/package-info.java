// SPDX-License-Identifier: Apache-2.0
/** The page on which people write queries, with the examples beside it. */
package org.diastem.server.editor;
