// SPDX-License-Identifier: Apache-2.0
/** Claims of a release in other forms: nanopublications, RDF 1.2 reifiers, OWL axioms. */
package org.diastem.export;
