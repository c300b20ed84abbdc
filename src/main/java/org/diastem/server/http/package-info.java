// SPDX-License-Identifier: Apache-2.0
/** One request and its one answer: what is the same for every path, whichever module answers it. */
package org.diastem.server.http;
