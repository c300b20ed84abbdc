// SPDX-License-Identifier: Apache-2.0
/** The SPARQL endpoint: queries only. */
package org.diastem.server.query;
