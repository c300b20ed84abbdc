// SPDX-License-Identifier: Apache-2.0
/** A server over RDF4J's LMDB store. */
package org.diastem.bench.engine.rdf4j;
