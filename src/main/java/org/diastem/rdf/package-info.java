// SPDX-License-Identifier: Apache-2.0
/** Model records become quads on a {@code StreamRDF}; our IRIs are minted here and nowhere else. */
package org.diastem.rdf;
