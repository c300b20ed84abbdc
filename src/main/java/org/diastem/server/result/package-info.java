// SPDX-License-Identifier: Apache-2.0
/**
 * Answers as bytes, while they are worked out: rows in JSON, XML, CSV and TSV, triples in N-Triples and Turtle. A term
 * that comes again is copied, not written again.
 */
package org.diastem.server.result;
